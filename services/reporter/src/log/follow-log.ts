import { randomUUID } from 'node:crypto';
import { ReportEvent, WRITER_KEY } from '@vigie/schemas/reports/report-event';
import type { Kafka } from 'kafkajs';

/** LogFollower reads `reports.v1` from its beginning, for ever. */
export interface LogFollower {
	/** waitFor resolves when everything up to this offset was read. */
	waitFor(offset: bigint): Promise<void>;
	/** failed rejects when the log can be followed no more, or holds what cannot be. */
	readonly failed: Promise<never>;
	close(): Promise<void>;
}

/** followLog gives each event once, in the order of the log; `heard` is called at each answer of the broker, empty ones too. */
export const followLog = async (
	kafka: Kafka,
	topic: string,
	onEvent: (event: ReportEvent) => void,
	heard: () => void,
): Promise<LogFollower> => {
	const waiting: { offset: bigint; resolve: () => void }[] = [];
	let position = -1n;
	let fail: (error: unknown) => void = () => undefined;
	const failed = new Promise<never>((_resolve, reject) => {
		fail = reject;
	});
	// Whoever awaits `failed` hears of it; until then it must not count as unhandled.
	failed.catch(() => undefined);
	// A group of its own, which never commits: each process reads everything.
	const consumer = kafka.consumer({
		groupId: `${topic}-view-${randomUUID()}`,
		allowAutoTopicCreation: false,
		maxWaitTimeInMs: 200,
	});
	consumer.on(consumer.events.FETCH, heard);
	consumer.on(consumer.events.CRASH, ({ payload }) => {
		if (!payload.restart) fail(payload.error);
	});
	const advance = (offset: bigint): void => {
		if (offset <= position) return;
		position = offset;
		const ready = waiting.filter((entry) => entry.offset <= position);
		for (const entry of ready) {
			waiting.splice(waiting.indexOf(entry), 1);
			entry.resolve();
		}
	};
	await consumer.connect();
	await consumer.subscribe({ topic, fromBeginning: true });
	await consumer.run({
		autoCommit: false,
		eachBatch: async ({ batch }) => {
			try {
				for (const message of batch.messages) {
					// A consumer that joins again starts over: what was read before must not count twice.
					if (BigInt(message.offset) <= position) continue;
					if (message.value && message.key?.toString('utf8') !== WRITER_KEY)
						onEvent(ReportEvent.parse(JSON.parse(message.value.toString('utf8'))));
				}
			} catch (error) {
				// A log that cannot be understood must not be half understood.
				fail(error);
				throw error;
			}
			advance(BigInt(batch.lastOffset()));
		},
	});
	return {
		waitFor: (offset) =>
			offset <= position
				? Promise.resolve()
				: new Promise((resolve) => void waiting.push({ offset, resolve })),
		failed,
		close: () => consumer.disconnect(),
	};
};
