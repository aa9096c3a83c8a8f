import type { SilenceWatch } from '@vigie/kit/silence';
import type { Admin, Kafka } from 'kafkajs';
import type { Logger } from 'pino';
import type { LoaderMetrics } from './metrics.js';

const EVERY_MS = 15_000;

export interface Followed {
	readonly topic: string;
	readonly groupId: string;
}

export interface LagWatch {
	/** measure asks the broker once; a timer does every quarter of a minute. */
	measure(): Promise<void>;
	close(): Promise<void>;
}

/** Position is where a group stands in a partition, and where that ends. */
interface Position {
	readonly partition: number;
	readonly committed: bigint;
	readonly end: bigint;
}

const positionsIn = async (admin: Admin, { topic, groupId }: Followed): Promise<Position[]> => {
	const [ends, [group]] = await Promise.all([
		admin.fetchTopicOffsets(topic),
		admin.fetchOffsets({ groupId, topics: [topic] }),
	]);
	const positions = new Map(group?.partitions.map(({ partition, offset }) => [partition, BigInt(offset)]));
	return ends.map(({ partition, high, low }) => {
		const committed = positions.get(partition) ?? -1n;
		// -1 is kafkajs's word for a group that has no position yet: all that is there waits.
		return { partition, end: BigInt(high), committed: committed < 0n ? BigInt(low) : committed };
	});
};

/**
 * watchLag measures how far each group's committed position is from the end of each partition. A partition is heard when its
 * position moves or when nothing waits in it, whichever process reads it: one that is alive and stores nothing is quiet.
 */
export const watchLag = async (
	kafka: Kafka,
	followed: readonly Followed[],
	metrics: Pick<LoaderMetrics, 'lag'>,
	silence: Pick<SilenceWatch, 'heard' | 'expect'>,
	logger: Logger,
): Promise<LagWatch> => {
	const admin = kafka.admin();
	await admin.connect();
	const known = new Map<string, bigint>();
	const measureOne = async (group: Followed): Promise<void> => {
		const { topic } = group;
		for (const { partition, committed, end } of await positionsIn(admin, group)) {
			const party = `${topic}/${partition}`;
			metrics.lag.set({ topic, partition: String(partition) }, Number(end - committed));
			silence.expect(party);
			if (committed >= end || committed !== (known.get(party) ?? committed)) silence.heard(party);
			known.set(party, committed);
		}
	};
	const measure = async (): Promise<void> => {
		await Promise.all(followed.map(measureOne));
	};
	const tick = (): void => {
		measure().catch((error: unknown) => logger.warn({ err: error }, 'the lag could not be measured'));
	};
	tick();
	const timer = setInterval(tick, EVERY_MS);
	return {
		measure,
		close: async () => {
			clearInterval(timer);
			await admin.disconnect();
		},
	};
};
