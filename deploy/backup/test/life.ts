import { openAdminClient } from '@vigie/demonstration/admin-client';
import { redisSessionStore } from '@vigie/kit/access/session-store';
import { createKafka, createProducer } from '@vigie/kit/kafka';
import { createLogger } from '@vigie/kit/logger';
import { readRange } from '@vigie/kit/read-range';
import { createQueueRedis } from '@vigie/kit/redis';
import type { Stack } from '@vigie/local/stack';
import type { RegistryRecord } from '@vigie/schemas/registry';
import type { PublishedSignal } from '@vigie/schemas/signal';
import { topicNames } from '@vigie/schemas/topics';
import { z } from 'zod';

const logger = createLogger('life', 'silent');
const IDLE_MS = 3_600_000;
const SESSION = 'a session of this test';

const people: readonly RegistryRecord[] = [
	{
		type: 'account',
		id: `a-${'b'.repeat(32)}`,
		label: 'Une agente de la CNAF',
		grants: [{ role: 'institution_answerer', body: 'CNAF' }],
		closed: false,
		since: '2026-11-01T08:00:00Z',
		lastUsed: '2026-11-20',
	},
	{ type: 'recipient', id: 'cnaf-1', body: 'CNAF', email: 'pannes@cnaf.example', active: true },
];

const signal: PublishedSignal = {
	contract: '1-0-0',
	id: 'c'.repeat(32),
	version: 1,
	world: 'demo',
	transition: 'opened',
	family: 'drift',
	level: 'signal',
	verdict: null,
	coordinates: { platform: 'CAF_MON_COMPTE', step: 'CONNEXION', kind: 'NIR_PROVISOIRE', territory: 'FR' },
	onset: '2026-11-09T23:00:00Z',
	asOf: '2026-11-10T06:00:00Z',
	durationMinutes: 0,
	band: '10-19',
	sentence: { key: 'drift.country.signal', parameters: { platform: 'CAF_MON_COMPTE' } },
	model: { name: 'farrington', version: '1' },
};

const kafkaOf = ({ env }: Stack) =>
	createKafka({ KAFKA_BROKERS: z.string().parse(env.KAFKA_BROKERS) }, 'life', logger);

const withSessions = async <T>(
	{ env }: Stack,
	use: (store: ReturnType<typeof redisSessionStore>) => Promise<T>,
): Promise<T> => {
	const redis = createQueueRedis({ REDIS_URL: z.string().parse(env.REDIS_URL) }, logger);
	try {
		return await use(redisSessionStore(redis, IDLE_MS));
	} finally {
		redis.disconnect();
	}
};

/** letLive lets people into a running stack: an account and its session, a mailbox, and a signal of which a report is made. */
export const letLive = async (stack: Stack): Promise<void> => {
	const admin = await openAdminClient(stack.apiUrl, stack.keys);
	await admin.post('/admin/registry/import', people, z.unknown());
	const producer = createProducer(kafkaOf(stack));
	await producer.connect();
	await producer.send({
		topic: topicNames.signalsPublished,
		acks: -1,
		messages: [{ key: signal.id, value: JSON.stringify(signal) }],
	});
	await producer.disconnect();
	const session = {
		cookie: { originalMaxAge: IDLE_MS },
		signedIn: {
			account: `a-${'b'.repeat(32)}`,
			openedAt: '2026-11-20T08:00:00Z',
			seenAt: '2026-11-20T08:00:00Z',
			csrf: 'x',
			idToken: 'x',
		},
	};
	await withSessions(
		stack,
		(store) =>
			new Promise<void>((resolve, reject) =>
				store.set(SESSION, session, (error: unknown) => (error ? reject(error) : resolve())),
			),
	);
};

/** readSession gives what is known of the session. */
export const readSession = (stack: Stack): Promise<unknown> =>
	withSessions(
		stack,
		(store) =>
			new Promise((resolve, reject) =>
				store.get(SESSION, (error: unknown, session: unknown) => (error ? reject(error) : resolve(session))),
			),
	);

const told = [
	'reports',
	'signalsPrivate',
	'signalsPublished',
	'audit',
	'deadLetters',
	'settledLetters',
] as const;

/** readTold gives all that was written on the topics that are no events, in order: topic, partition, key, value. */
export const readTold = async (stack: Stack): Promise<string[]> => {
	const kafka = kafkaOf(stack);
	const admin = kafka.admin();
	await admin.connect();
	const lines: string[] = [];
	for (const topic of told.map((name) => topicNames[name]))
		for (const { partition, low, high } of await admin.fetchTopicOffsets(topic))
			await readRange(kafka, { topic, partition, from: BigInt(low), end: BigInt(high) }, async (message) => {
				lines.push([topic, partition, message.key, message.value].map(String).join(' '));
			});
	await admin.disconnect();
	return lines;
};
