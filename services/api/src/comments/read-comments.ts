import { ProblemError } from '@vigie/kit/problem-plugin';
import { readRange } from '@vigie/kit/read-range';
import { type CommentKeys, openComment } from '@vigie/kit/sealed-comment';
import { topicOffsets } from '@vigie/kit/topic-offsets';
import type { Clock } from '@vigie/schemas/clock';
import { COMMENT_PAGE, type CommentPage, type KeptComment } from '@vigie/schemas/comment';
import { retention } from '@vigie/schemas/retention';
import type { Kafka, KafkaMessage } from 'kafkajs';
import type { Logger } from 'pino';

/** Sheet is where a page of comments stands on the topic: from a position, included, to another, excluded. */
export interface Sheet {
	readonly from: bigint;
	readonly end: bigint;
	/** Whether the topic holds anything before it. */
	readonly isLast: boolean;
}

/** CommentReader reads sealed comments where they lie: they are stored nowhere else, and the topic forgets them by itself. */
export interface CommentReader {
	/** find places the page that ends before a position (null: at the end), without reading a word of it. */
	find(before: string | null): Promise<Sheet>;
	/** open reads a page, the latest comment first, and says how many of it could not be opened. */
	open(sheet: Sheet): Promise<Pick<CommentPage, 'comments' | 'unreadable'>>;
}

export interface CommentReaderOptions {
	readonly kafka: Kafka;
	readonly topic: string;
	readonly keys: CommentKeys;
	readonly clock: Clock;
	readonly logger: Logger;
}

const KEPT_MS = retention.commentDays * 24 * 60 * 60_000;
const RETRY_AFTER_SECONDS = 30;

/** opened opens a message; null when it is sealed under none of the keys. */
const opened = ({ key: event, value }: KafkaMessage, keys: CommentKeys): KeptComment | null => {
	for (const key of keys) {
		try {
			return openComment(String(event), value ?? Buffer.alloc(0), key);
		} catch {
			// Perhaps under the next one.
		}
	}
	return null;
};

const shownOf = (offset: string, comment: KeptComment): CommentPage['comments'][number] => ({
	position: offset,
	// The day, for the quarter of an hour helps to find out who wrote.
	day: comment.receivedSlot.slice(0, 10),
	text: comment.text,
	platform: comment.platform ?? null,
	step: comment.step ?? null,
	failureKind: comment.failureKind ?? null,
});

const smaller = (left: bigint, right: bigint): bigint => (left < right ? left : right);
const larger = (left: bigint, right: bigint): bigint => (left > right ? left : right);

/** commentReader makes the reader of `comments.v1`, which has one partition. Problem: `unavailable` when Kafka does not answer. */
export const commentReader = ({ kafka, topic, keys, clock, logger }: CommentReaderOptions): CommentReader => {
	const orUnavailable = async <Value>(work: () => Promise<Value>): Promise<Value> => {
		try {
			return await work();
		} catch (err) {
			logger.warn({ err }, 'comments cannot be read');
			throw new ProblemError('unavailable', { retryAfterSeconds: RETRY_AFTER_SECONDS });
		}
	};
	const bounds = async (): Promise<{ low: bigint; high: bigint }> => {
		const admin = kafka.admin();
		await admin.connect();
		const [whole] = await topicOffsets(admin, topic).finally(() => admin.disconnect());
		return { low: BigInt(whole?.low ?? '0'), high: BigInt(whole?.high ?? '0') };
	};
	return {
		find: (before) =>
			orUnavailable(async () => {
				const { low, high } = await bounds();
				const end = larger(low, before === null ? high : smaller(high, BigInt(before)));
				const from = larger(low, end - BigInt(COMMENT_PAGE));
				return { from, end, isLast: from === low };
			}),
		open: ({ from, end }) =>
			orUnavailable(async () => {
				const comments: CommentPage['comments'] = [];
				let unreadable = 0;
				const oldest = clock.now().getTime() - KEPT_MS;
				if (from < end)
					await readRange(kafka, { topic, partition: 0, from, end }, async (message) => {
						const comment = opened(message, keys);
						if (comment === null) unreadable += 1;
						// The topic forgets by the day: what is past its time is shown no more meanwhile.
						else if (Date.parse(comment.receivedSlot) >= oldest)
							comments.unshift(shownOf(message.offset, comment));
					});
				return { comments, unreadable };
			}),
	};
};
