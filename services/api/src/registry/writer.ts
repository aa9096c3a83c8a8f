import { setTimeout as delay } from 'node:timers/promises';
import { ProblemError } from '@vigie/kit/problem-plugin';
import type { RegistryView } from '@vigie/kit/registry-view';
import { openSureProducer } from '@vigie/kit/sure-producer';
import { type RegistryRecord, registryKey } from '@vigie/schemas/registry';
import type { Kafka, Message } from 'kafkajs';
import type { Logger } from 'pino';

/** RegistryName is what a record is known by. */
type RegistryName = Pick<RegistryRecord, 'type' | 'id'>;

/** RegistryWriter is the only writer of `registry.v1`. */
export interface RegistryWriter {
	/**
	 * change computes records from the registry as it stands and writes them, one change after the other, so that none is
	 * lost between reading and writing. It resolves when the view holds them: a caller sees its own write. Problems: `unavailable`
	 * when Kafka does not acknowledge, `not_visible_yet` when the view is late: then it is written all the same.
	 */
	change(compute: () => readonly RegistryRecord[]): Promise<void>;
	/** forget takes records out of the registry in the same way: an empty message in their place, which makes the log forget what came before it. */
	forget(compute: () => readonly RegistryName[]): Promise<void>;
	close(): Promise<void>;
}

const RECORDS_A_REQUEST = 500;
const RETRY_AFTER_SECONDS = 5;
/** The view is a fraction of a second late; when it follows no more, whoever waits must hear of it. */
const VISIBLE_MS = 10_000;

/** visible resolves when the view holds all up to an offset, and throws `not_visible_yet` when that takes too long. */
const visible = async (view: Pick<RegistryView, 'waitFor' | 'failed'>, offset: bigint): Promise<void> => {
	const timer = new AbortController();
	const tooLate = delay(VISIBLE_MS, undefined, { signal: timer.signal }).then(() => {
		throw new ProblemError('not_visible_yet', { retryAfterSeconds: RETRY_AFTER_SECONDS });
	});
	// Cancelled when the view was in time.
	tooLate.catch(() => undefined);
	await Promise.race([view.waitFor(offset), view.failed, tooLate]).finally(() => timer.abort());
};

/** openRegistryWriter makes the writer; it connects when something is to be written. */
export const openRegistryWriter = (
	kafka: Kafka,
	topic: string,
	view: Pick<RegistryView, 'waitFor' | 'failed'>,
	logger: Logger,
): RegistryWriter => {
	const producer = openSureProducer(kafka);
	let turn: Promise<unknown> = Promise.resolve();
	/** send gives the offset of the last record. */
	const send = async (messages: readonly Message[]): Promise<bigint> => {
		try {
			const [written] = await producer.use((connected) =>
				connected.send({ topic, acks: -1, messages: [...messages] }),
			);
			return BigInt(written?.baseOffset ?? '0') + BigInt(messages.length - 1);
		} catch (error) {
			logger.error({ err: error }, 'the registry could not be written');
			throw new ProblemError('unavailable', { retryAfterSeconds: RETRY_AFTER_SECONDS });
		}
	};
	const write = async (messages: readonly Message[]): Promise<void> => {
		for (let at = 0; at < messages.length; at += RECORDS_A_REQUEST)
			await visible(view, await send(messages.slice(at, at + RECORDS_A_REQUEST)));
	};
	const inTurn = (compute: () => readonly Message[]): Promise<void> => {
		const mine = turn.then(() => write(compute()));
		turn = mine.catch(() => undefined);
		return mine;
	};
	return {
		change: (compute) =>
			inTurn(() => compute().map((record) => ({ key: registryKey(record), value: JSON.stringify(record) }))),
		forget: (compute) => inTurn(() => compute().map((name) => ({ key: registryKey(name), value: null }))),
		close: async () => {
			await turn;
			await producer.close();
		},
	};
};
