import { randomUUID } from 'node:crypto';
import type { ClickHouseClient } from '@clickhouse/client';
import { openAdminClient } from '@vigie/demonstration/admin-client';
import type { Delivery } from '@vigie/demonstration/arrivals';
import { importWeek } from '@vigie/demonstration/import-week';
import { structureRecordOf } from '@vigie/demonstration/registry-records';
import type { DemoWorker } from '@vigie/demonstration/workers';
import { keySourceOf, openKeys } from '@vigie/kit/keys';
import { createLogger } from '@vigie/kit/logger';
import { createQueueRedis } from '@vigie/kit/redis';
import { openCloseQueue } from '@vigie/publisher/enqueue-close';
import { hourOf, weekBounds } from '@vigie/schemas/calendar';
import type { Event } from '@vigie/schemas/events';
import { TAXONOMY_VERSION } from '@vigie/schemas/taxonomy';
import { topicsWithPrefix } from '@vigie/schemas/topics';
import { cleanUp } from '@vigie/test/cleanup';
import type { OwnStack } from '@vigie/test/own-stack';
import type { Kafka } from 'kafkajs';
import { vi } from 'vitest';
import { z } from 'zod';

const HOUR_MS = 3_600_000;
const QUARTER_MS = 15 * 60_000;
const [WORKERS, STRUCTURES, ORGANISATIONS] = [60, 20, 10];
const PLACES = ['35', '75', '69'] as const;

/** Enough different people, in three régions, for what they say together to be published: three a structure, two structures an organisation. */
const workers = Array.from({ length: WORKERS }, (_, index): DemoWorker => {
	const structure = index % STRUCTURES;
	const departement = PLACES[structure % PLACES.length] ?? '35';
	return {
		device: randomUUID(),
		structure: {
			id: `lived-${structure}`,
			label: `Structure vécue ${structure}, fictive`,
			organisation: `lived-${structure % ORGANISATIONS}`,
			family: 'DEPARTEMENT',
			departement,
		},
		roleFamily: 'TRAVAIL_SOCIAL',
		node: 'TS',
		departement,
	};
});

/** receivedAt spreads what is received over the office hours of a week's working days. */
const receivedAt = (week: string, rank: number): number =>
	weekBounds(week).start.getTime() + 24 * HOUR_MS * (rank % 5) + 9 * HOUR_MS + QUARTER_MS * ((rank * 7) % 32);

const envelope = (receivedAtMs: number) => ({
	id: randomUUID(),
	revision: 0,
	retracted: false,
	taxonomy: TAXONOMY_VERSION,
	observedAt: hourOf(new Date(receivedAtMs)),
});

const alert = (platform: string, receivedAtMs: number): Event => ({
	...envelope(receivedAtMs),
	kind: 'dysfunction.alerted',
	version: '1-0-0',
	platform,
});

const vote = (platform: string, receivedAtMs: number): Event => ({
	...envelope(receivedAtMs),
	kind: 'repair.confirmed',
	version: '1-0-0',
	platform,
	mended: 'OUI',
});

/** LivedWeeks lets a small network live through weeks: past ones, and those to come once the clock is there. */
export interface LivedWeeks {
	/** declare lets each of 60 people declare, in a week, so many failures of each platform; it resolves once they are stored. */
	declare(week: string, times: Readonly<Record<string, number>>): Promise<void>;
	/** seeMended lets one person of each of so many structures answer, in a week, that a platform works again. */
	seeMended(week: string, platform: string, structures: number): Promise<void>;
	/** close lets the publisher close weeks, in their order. */
	close(weeks: readonly string[]): Promise<void>;
}

const Stored = z.array(z.object({ n: z.coerce.number() }));

/** openLivedWeeks enters the network in the registry. What it declares bears the reception time of its week, as the import of a history does. */
export const openLivedWeeks = async (
	stack: OwnStack,
	kafka: Kafka,
	store: ClickHouseClient,
): Promise<LivedWeeks> => {
	const topic = topicsWithPrefix(stack.topicPrefix).events;
	const keys = openKeys(
		stack.keys,
		keySourceOf({ VIGIE_WORLD: 'demo', VIGIE_DEMO_SEED: stack.env.VIGIE_DEMO_SEED ?? '' }),
	);
	const [producer, offsets] = [kafka.producer(), kafka.admin()];
	await Promise.all([producer.connect(), offsets.connect()]);
	const redis = createQueueRedis(
		{ REDIS_URL: z.string().parse(stack.env.REDIS_URL) },
		createLogger('weeks', 'silent'),
	);
	const queue = openCloseQueue({ connection: redis, prefix: stack.topicPrefix });
	cleanUp(async () => {
		await Promise.all([producer.disconnect(), offsets.disconnect(), queue.end()]);
		redis.disconnect();
	});
	const admin = await openAdminClient(stack.apiUrl, stack.keys);
	const structures = new Map(workers.map(({ structure }) => [structure.id, structure]));
	await admin.post('/admin/registry/import', [...structures.values()].map(structureRecordOf), z.unknown());

	const deliver = async (week: string, deliveries: readonly Delivery[]): Promise<void> => {
		await importWeek(producer, topic, deliveries, await keys.ensure(`weeks/${week}`));
		const ids = deliveries.map(({ event }) => event.id);
		await vi.waitUntil(
			async () => {
				const rows = await store.query({
					query: 'SELECT uniqExact(id) AS n FROM private.events WHERE id IN {ids: Array(UUID)}',
					query_params: { ids },
					format: 'JSONEachRow',
				});
				return Stored.parse(await rows.json())[0]?.n === ids.length;
			},
			{ timeout: 60_000, interval: 100 },
		);
	};
	return {
		declare: (week, times) =>
			deliver(
				week,
				Object.entries(times).flatMap(([platform, count]) =>
					workers.flatMap((worker, rank) =>
						Array.from({ length: count }, (_, time): Delivery => {
							const receivedAtMs = receivedAt(week, rank + 11 * time);
							return { worker, receivedAtMs, event: alert(platform, receivedAtMs) };
						}),
					),
				),
			),
		seeMended: (week, platform, count) =>
			deliver(
				week,
				workers.slice(0, count).map((worker, rank): Delivery => {
					const receivedAtMs = receivedAt(week, rank);
					return { worker, receivedAtMs, event: vote(platform, receivedAtMs) };
				}),
			),
		close: async (weeks) => {
			const ends = await offsets.fetchTopicOffsets(topic);
			const watermark = Object.fromEntries(ends.map(({ partition, high }) => [String(partition), high]));
			const closed = await Promise.all(weeks.map((week) => queue.close({ week, watermark })));
			for (const { week, outcome } of closed)
				if (outcome !== 'released') throw new Error(`${week} could not be closed: ${outcome}`);
		},
	};
};
