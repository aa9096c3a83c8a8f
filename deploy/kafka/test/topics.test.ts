import { retention } from '@vigie/schemas/retention';
import { topicNames } from '@vigie/schemas/topics';
import { kafkaBrokers, uniquePrefix } from '@vigie/test/engines';
import { type Admin, CompressionTypes, ConfigResourceTypes, Kafka, logLevel, Partitioners } from 'kafkajs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyTopics, definitionsFor } from '../src/topics.js';

let admin: Admin;

beforeAll(async () => {
	admin = new Kafka({ brokers: [await kafkaBrokers()], logLevel: logLevel.NOTHING }).admin();
	await admin.connect();
});
afterAll(() => admin.disconnect());

const settingsOf = async (name: string): Promise<Record<string, string>> => {
	const { resources } = await admin.describeConfigs({
		includeSynonyms: false,
		resources: [{ type: ConfigResourceTypes.TOPIC, name }],
	});
	return Object.fromEntries(
		(resources[0]?.configEntries ?? []).map((entry) => [entry.configName, entry.configValue]),
	);
};

test('every topic is made with its partitions and its retention, under the prefix', async () => {
	const prefix = uniquePrefix();

	const changes = await applyTopics(admin, prefix);

	expect([...changes.created].sort()).toEqual([
		`${prefix}audit.v1`,
		`${prefix}comments.v1`,
		`${prefix}events.dead`,
		`${prefix}events.dead.settled`,
		`${prefix}events.v1`,
		`${prefix}proposals.v1`,
		`${prefix}registry.v1`,
		`${prefix}reports.v1`,
		`${prefix}signals.private`,
		`${prefix}signals.published`,
	]);
	const { topics } = await admin.fetchTopicMetadata({ topics: [`${prefix}events.v1`] });
	expect(topics[0]?.partitions).toHaveLength(3);
	expect(await settingsOf(`${prefix}events.v1`)).toMatchObject({
		'retention.ms': '1382400000',
		'segment.ms': '86400000',
	});
	expect(await settingsOf(`${prefix}registry.v1`)).toMatchObject({ 'cleanup.policy': 'compact' });
});

test('applying the list again changes nothing', async () => {
	const prefix = uniquePrefix();
	await applyTopics(admin, prefix);

	const again = await applyTopics(admin, prefix);

	expect(again).toEqual({ created: [], changed: [] });
});

test('a setting that was changed by hand is set again', async () => {
	const prefix = uniquePrefix();
	await applyTopics(admin, prefix);
	const topic = `${prefix}events.v1`;
	await admin.alterConfigs({
		validateOnly: false,
		resources: [
			{
				type: ConfigResourceTypes.TOPIC,
				name: topic,
				configEntries: [{ name: 'retention.ms', value: '3600000' }],
			},
		],
	});
	// The broker that answers may hear of it a moment later than the controller.
	await expect
		.poll(async () => (await settingsOf(topic))['retention.ms'], { timeout: 20_000 })
		.toBe('3600000');

	const changes = await applyTopics(admin, prefix);

	expect(changes.changed).toEqual([topic]);
	expect(await settingsOf(topic)).toMatchObject({ 'retention.ms': '1382400000' });
});

test.each([
	[1, '1'],
	[2, '1'],
	[3, '2'],
])('with %i replicas, an event is acknowledged once %s hold it at least', (replicas, inSync) => {
	for (const { settings } of definitionsFor('', replicas).values())
		expect(settings['min.insync.replicas']).toBe(inSync);
});

// A reader without the codec would stop at it for ever; and a packed message may be a thousand times larger unpacked.
test('what comes packed is unpacked by the broker, and refused when it is too large for that', async () => {
	const prefix = uniquePrefix();
	await applyTopics(admin, prefix);
	const kafka = new Kafka({ brokers: [await kafkaBrokers()], logLevel: logLevel.NOTHING });
	const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
	await producer.connect();
	const send = (bytes: number) =>
		producer.send({
			topic: `${prefix}events.v1`,
			compression: CompressionTypes.GZIP,
			messages: [{ value: '0'.repeat(bytes), partition: 0 }],
		});

	await expect(send(5_000_000)).rejects.toMatchObject({ type: 'MESSAGE_TOO_LARGE' });
	await send(900_000);
	await producer.disconnect();
});

test('messages go once they are as old as the one list says, and not two days sooner; what was said in public stays', {
	timeout: 150_000,
}, async () => {
	const prefix = uniquePrefix();
	await applyTopics(admin, prefix);
	const kafka = new Kafka({ brokers: [await kafkaBrokers()], logLevel: logLevel.NOTHING });
	const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
	await producer.connect();
	const daysAgo = (days: number): string => String(Date.now() - days * 86_400_000);
	const ages = new Map<string, number>([
		[topicNames.events, retention.rawDays],
		[topicNames.deadLetters, retention.rawDays],
		[topicNames.settledLetters, retention.rawDays],
		[topicNames.signalsPrivate, retention.rawDays],
		[topicNames.comments, retention.commentDays],
		[topicNames.audit, retention.auditDays],
	]);
	const kept = [topicNames.reports, topicNames.signalsPublished];
	// One message a send: a segment ends at the first message that is too late for it.
	const send = async (topic: string, days: number): Promise<void> => {
		const messages = [{ key: 'k', value: 'v', partition: 0, timestamp: daysAgo(days) }];
		await producer.send({ topic: `${prefix}${topic}`, messages });
	};
	for (const [topic, days] of ages) for (const age of [days + 9, days - 2, 0]) await send(topic, age);
	for (const topic of kept) for (const age of [4_000, 0]) await send(topic, age);
	await producer.disconnect();
	const lowOf = async (topic: string): Promise<number> => {
		const offsets = await admin.fetchTopicOffsets(`${prefix}${topic}`);
		return Number(offsets.find(({ partition }) => partition === 0)?.low);
	};
	const firstKept = async () => Promise.all([...ages.keys()].map(lowOf));

	await expect.poll(firstKept, { timeout: 120_000, interval: 1_000 }).toEqual([...ages].map(() => 1));

	expect(await Promise.all(kept.map(lowOf))).toEqual(kept.map(() => 0));
});
