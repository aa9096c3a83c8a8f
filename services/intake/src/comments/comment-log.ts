import { createKafka, createProducer, type KafkaAccess } from '@vigie/kit/kafka';
import { ProblemError } from '@vigie/kit/problem-plugin';
import { sealComment } from '@vigie/kit/sealed-comment';
import type { KeptComment } from '@vigie/schemas/comment';
import type { Producer } from 'kafkajs';
import type { Logger } from 'pino';
import { within } from '../within.js';

/** CommentLog writes sealed comments to `comments.v1`. */
export interface CommentLog {
	/** keep resolves once every in-sync replica has it; `unavailable` otherwise, and nothing is kept. */
	keep(comment: KeptComment): Promise<void>;
	close(): Promise<void>;
}

export interface CommentLogOptions {
	readonly access: KafkaAccess;
	readonly topic: string;
	readonly key: Buffer;
	readonly logger: Logger;
}

const DEADLINE_MS = 5_000;
const RETRY_AFTER_SECONDS = 30;

/** openCommentLog connects at the first comment, apart from the events' connection: comments are rare, and may never slow an event. */
export const openCommentLog = ({ access, topic, key, logger }: CommentLogOptions): CommentLog => {
	const kafka = createKafka(access, 'intake-comments', logger, {
		requestTimeout: DEADLINE_MS,
		retry: { retries: 1 },
	});
	let connected: Promise<Producer> | null = null;

	const connect = async (): Promise<Producer> => {
		const producer = createProducer(kafka);
		await producer.connect();
		return producer;
	};
	/** A producer that failed is not used again: its next batch could be taken for a repetition and dropped. */
	const discard = (failed: Promise<Producer>): void => {
		if (connected === failed) connected = null;
		void failed.then((producer) => producer.disconnect()).catch(() => undefined);
	};

	return {
		keep: async (comment) => {
			connected ??= connect();
			const current = connected;
			const message = {
				key: comment.event,
				value: sealComment(comment, key),
				// The slot, as for events: nothing finer than a quarter of an hour is kept anywhere.
				timestamp: String(Date.parse(comment.receivedSlot)),
			};
			try {
				const producer = await within(DEADLINE_MS, current);
				await within(DEADLINE_MS, producer.send({ topic, messages: [message], acks: -1 }));
			} catch (err) {
				logger.warn({ err }, 'a comment could not be kept');
				discard(current);
				throw new ProblemError('unavailable', { retryAfterSeconds: RETRY_AFTER_SECONDS });
			}
		},
		close: async () => {
			await connected?.then((producer) => producer.disconnect()).catch(() => undefined);
		},
	};
};
