import { randomUUID } from 'node:crypto';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createProducer } from '@vigie/kit/kafka';
import { createLogger } from '@vigie/kit/logger';
import { readRange } from '@vigie/kit/read-range';
import type { Admin, Kafka } from 'kafkajs';
import { expect, test } from 'vitest';
import { createSteps } from '../../local/bootstrap/steps.mjs';
import { type Place, withHands } from '../src/place.js';
import { readBackup } from '../src/read-backup.js';
import { runBackup } from '../src/run-backup.js';
import { runRestore } from '../src/run-restore.js';
import { useEngines, useFolder } from './use-engines.js';

const logger = createLogger('backup-test', 'error');
const steps = createSteps(process.stderr);
const SLOW = { timeout: 120_000 };

/** What one fetch brings of a partition, at most, unless its first batch is larger. */
const FETCHED_BYTES = 1024 * 1024;

/** Texts that a format could take apart. */
const awkward = {
	key: 'structure:a',
	type: 'structure',
	id: 'a\t"b"\\N',
	body: '{"x":"é\\n\r\n\u0000"}',
	version: 3,
};

const fill = (place: Place): Promise<void> =>
	withHands(place, logger, async ({ store, kafka, redis }) => {
		await store.insert({
			table: 'published.manifest',
			values: [
				{
					release: '2026-W46',
					level: 'week',
					world: 'demo',
					start: '2026-11-09T00:00:00Z',
					end: '2026-11-16T00:00:00Z',
					hash: awkward.body,
					taxonomy: '2026.1',
					lattice: '1',
					mechanism: awkward.id,
					tables: ['total', "it's"],
					publishedAt: '2026-11-17T05:00:00Z',
				},
			],
			format: 'JSONEachRow',
		});
		await store.insert({
			table: 'published.cells',
			values: [
				{
					release: '2026-W46',
					node: 'total',
					coordinates: [],
					y: null,
					openFlag: 'protected',
					signedFlag: 'shown',
				},
				{
					release: '2026-W46',
					node: 'x',
					coordinates: ['A', ''],
					y: 0,
					openFlag: 'shown',
					signedFlag: 'shown',
				},
			],
			format: 'JSONEachRow',
		});
		await store.insert({ table: 'state.registry', values: [awkward], format: 'JSONEachRow' });
		await redis.set(`${place.VIGIE_TOPIC_PREFIX}vigie:job`, Buffer.from([0, 1, 255]), 'EX', 3_600);
		await redis.zadd(`${place.VIGIE_TOPIC_PREFIX}vigie:wait`, 1, 'a', 2.5, 'b');
		await redis.set(`${place.VIGIE_TOPIC_PREFIX}intake:seen:x`, '1');
		await redis.set(`${place.VIGIE_TOPIC_PREFIX}session:x`, '{"signedIn":{}}', 'EX', 3_600);
		const producer = createProducer(kafka);
		await producer.connect();
		await producer.send({
			topic: `${place.VIGIE_TOPIC_PREFIX}events.dead`,
			messages: [{ key: null, value: Buffer.from([255, 0]), headers: { reason: 'not_utf8' } }],
		});
		await producer.disconnect();
		// As the reporter writes; so large that the next fetch brings what ends the transaction, and nothing else.
		const reports = kafka.producer({
			transactionalId: randomUUID(),
			idempotent: true,
			maxInFlightRequests: 1,
		});
		await reports.connect();
		const transaction = await reports.transaction();
		const value = Buffer.alloc(FETCHED_BYTES - 100, 'r');
		await transaction.send({ topic: `${place.VIGIE_TOPIC_PREFIX}reports.v1`, messages: [{ value }] });
		await transaction.commit();
		await reports.disconnect();
	});

/** lengthsOn gives the lengths of what a topic of one partition holds. */
const lengthsOn = async (kafka: Kafka, admin: Admin, topic: string): Promise<number[]> => {
	const lengths: number[] = [];
	for (const { partition, low, high } of await admin.fetchTopicOffsets(topic))
		await readRange(kafka, { topic, partition, from: BigInt(low), end: BigInt(high) }, async ({ value }) => {
			lengths.push(value?.length ?? 0);
		});
	return lengths;
};

const contentsOf = (place: Place) =>
	withHands(place, logger, async ({ store, redis, kafka, admin }) => {
		const rows = async (table: string): Promise<unknown[]> =>
			(
				await store.query({ query: `SELECT * FROM ${table} FINAL ORDER BY ALL`, format: 'JSONEachRow' })
			).json();
		const name = (key: string): string => `${place.VIGIE_TOPIC_PREFIX}${key}`;
		const letters = await admin.fetchTopicOffsets(name('events.dead'));
		return {
			manifest: await rows('published.manifest'),
			cells: await rows('published.cells'),
			registry: await rows('state.registry'),
			job: await redis.getBuffer(name('vigie:job')),
			jobEnds: (await redis.pttl(name('vigie:job'))) > 0,
			wait: await redis.zrange(name('vigie:wait'), '0', '-1', 'WITHSCORES'),
			seen: await redis.exists(name('intake:seen:x')),
			session: await redis.get(name('session:x')),
			reports: await lengthsOn(kafka, admin, name('reports.v1')),
			letters: letters.map(({ high }) => high),
		};
	});

test(
	'every value comes back as it was; what is made again or only saves a moment is left out',
	SLOW,
	async () => {
		const [from, to] = [await useEngines(), await useEngines()];
		const folder = await useFolder();
		await fill(from);
		const was = await contentsOf(from);

		await runBackup(from, { to: folder, keys: null }, steps, logger);
		const restored = await runRestore(
			// Queues and topics have the names that they had.
			{ ...to, VIGIE_TOPIC_PREFIX: from.VIGIE_TOPIC_PREFIX, KAFKA_BROKERS: to.KAFKA_BROKERS },
			folder,
			await readBackup(folder, 'demo'),
			steps,
			logger,
		);
		const is = await contentsOf({ ...to, VIGIE_TOPIC_PREFIX: from.VIGIE_TOPIC_PREFIX });

		expect(restored.sameLog).toBe(true);
		expect(was.manifest).toHaveLength(1);
		expect(was.reports).toEqual([FETCHED_BYTES - 100]);
		expect(is).toEqual({ ...was, registry: [], seen: 0 });
	},
);

test(
	'a backup is refused when a file was changed, when it is of another world, when the store holds rows',
	SLOW,
	async () => {
		const from = await useEngines();
		const folder = await useFolder();
		await fill(from);
		const manifest = await runBackup(from, { to: folder, keys: null }, steps, logger);

		await expect(readBackup(folder, 'real')).rejects.toThrow('demo world');
		await expect(runRestore(from, folder, manifest, steps, logger)).rejects.toThrow('holds rows already');
		const text = await readFile(join(folder, 'backup.json'), 'utf8');
		await writeFile(join(folder, 'backup.json'), text.replace('001_database', '001_other'));
		await expect(readBackup(folder, 'demo')).rejects.toThrow('another version');
		await writeFile(join(folder, 'backup.json'), text);
		await appendFile(join(folder, 'redis.jsonl.gz'), 'x');
		await expect(readBackup(folder, 'demo')).rejects.toThrow('redis.jsonl.gz is missing or was changed');
	},
);
