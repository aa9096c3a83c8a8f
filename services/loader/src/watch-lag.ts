import type { Kafka } from 'kafkajs';
import type { Logger } from 'pino';
import type { LoaderMetrics } from './metrics.js';

const EVERY_MS = 15_000;

/** watchLag measures, every quarter of a minute, how far each partition's committed position is from its end. */
export const watchLag = async (
	kafka: Kafka,
	{ topic, groupId }: { readonly topic: string; readonly groupId: string },
	metrics: LoaderMetrics,
	logger: Logger,
): Promise<{ close(): Promise<void> }> => {
	const admin = kafka.admin();
	await admin.connect();
	const measure = async (): Promise<void> => {
		const [ends, [committed]] = await Promise.all([
			admin.fetchTopicOffsets(topic),
			admin.fetchOffsets({ groupId, topics: [topic] }),
		]);
		const positions = new Map(committed?.partitions.map(({ partition, offset }) => [partition, offset]));
		for (const { partition, high, low } of ends) {
			const position = Number(positions.get(partition) ?? -1);
			// -1 is kafkajs's word for a group that has no position yet: all that is there waits.
			const from = position < 0 ? Number(low) : position;
			metrics.lag.set({ topic, partition: String(partition) }, Number(high) - from);
		}
	};
	const tick = (): void => {
		measure().catch((error: unknown) => logger.warn({ err: error }, 'the lag could not be measured'));
	};
	tick();
	const timer = setInterval(tick, EVERY_MS);
	return {
		close: async () => {
			clearInterval(timer);
			await admin.disconnect();
		},
	};
};
