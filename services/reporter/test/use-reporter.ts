import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SubjectReader } from '@vigie/kit/access/subject-reader';
import { createKafka, createProducer } from '@vigie/kit/kafka';
import { closeInOrder } from '@vigie/kit/lifecycle';
import { createLogger } from '@vigie/kit/logger';
import { readConfig } from '@vigie/reporter/config';
import { start } from '@vigie/reporter/start';
import { Grant } from '@vigie/schemas/accounts/grant';
import type { Subject } from '@vigie/schemas/accounts/subject';
import { type RegistryRecord, registryKey } from '@vigie/schemas/registry';
import { ReportDetail, ReportList } from '@vigie/schemas/reports/http';
import type { PublishedSignal } from '@vigie/schemas/signal';
import { cleanUp } from '@vigie/test/cleanup';
import { useRedis, useTopics } from '@vigie/test/engines';
import type { Kafka } from 'kafkajs';
import { vi } from 'vitest';

// Real engines on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const logger = createLogger('reporter-test', process.env.LOG_LEVEL === 'info' ? 'info' : 'silent');
export const WEBHOOK_SECRETS = Buffer.alloc(32, 9);

const account = (grant: Grant): Subject => ({
	kind: 'account',
	account: `a-${'0'.repeat(32)}`,
	grants: [grant],
});

/** Who asks is what the header says, a role and a body: accounts have tests of their own. */
const readByHeader: SubjectReader = async ({ headers }) => {
	const who = headers['x-test-reader'];
	if (typeof who !== 'string') return null;
	const [body = '', role = 'institution_answerer'] = who.split('/');
	return account(
		who === 'administrator' ? { role: 'administrator', body: null } : Grant.parse({ role, body }),
	);
};

/** signalOf is a published signal with what a test cares about. */
export const signalOf = (over: Partial<PublishedSignal> = {}): PublishedSignal => ({
	contract: '1-0-0',
	id: 'a'.repeat(32),
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
	...over,
});

/** waitUntil asks again and again until the condition gives something; it fails with the message when it never does. */
export const waitUntil = async <Found>(
	condition: () => Promise<Found | null | undefined | false> | Found | null | undefined | false,
	whatFor: string,
): Promise<Found> => {
	const deadline = performance.now() + 60_000;
	for (;;) {
		const found = await condition();
		if (found) return found;
		if (performance.now() > deadline) throw new Error(`waited in vain for ${whatFor}`);
		await new Promise((resolve) => setTimeout(resolve, 25));
	}
};

/** useReporter gives topics, a Redis and a key directory of a test file's own, and starts reporters on them. */
export const useReporter = async () => {
	const { brokers, prefix } = await useTopics();
	const redis = await useRedis();
	const keys = await mkdtemp(join(tmpdir(), 'vigie-keys-'));
	cleanUp(() => rm(keys, { recursive: true, force: true }));
	await writeFile(join(keys, 'webhooks.key'), `${WEBHOOK_SECRETS.toString('hex')}\n`);
	await writeFile(join(keys, 'session.key'), `${'5'.repeat(64)}\n`);
	const kafka: Kafka = createKafka({ KAFKA_BROKERS: brokers }, 'reporter-test', logger);
	const producer = createProducer(kafka);
	await producer.connect();
	cleanUp(() => producer.disconnect());
	const send = async (topic: string, key: string, value: unknown): Promise<void> => {
		await producer.send({
			topic: `${prefix}${topic}`,
			acks: -1,
			messages: [{ key, value: JSON.stringify(value) }],
		});
	};
	const base: NodeJS.ProcessEnv = {
		KAFKA_BROKERS: brokers,
		REDIS_URL: redis.address,
		VIGIE_TOPIC_PREFIX: prefix,
		VIGIE_KEYS: keys,
		VIGIE_REPORTER_PORT: '0',
		VIGIE_SENDING_WAIT_MS: '50',
		VIGIE_DEMO_BODIES: 'silent',
		LOG_LEVEL: 'silent',
	};
	return {
		/** What a process of the reporter is started with here. */
		env: base,
		kafka,
		prefix,
		topic: `${prefix}reports.v1`,
		publish: (signal: PublishedSignal) => send('signals.published', signal.id, signal),
		register: (record: RegistryRecord) => send('registry.v1', registryKey(record), record),
		startReporter: async (env: NodeJS.ProcessEnv = {}) => {
			const config = readConfig({ ...base, ...env });
			const running = await start(config, logger, () => [readByHeader]);
			running.failed?.catch(() => undefined);
			let closed: Promise<boolean> | null = null;
			const stop = (): Promise<boolean> => {
				closed ??= closeInOrder(running.closings, logger);
				return closed;
			};
			cleanUp(stop);
			const ask = (path: string, reader: string | null, body?: unknown): Promise<Response> =>
				fetch(`${running.url}${path}`, {
					method: body === undefined ? 'GET' : 'POST',
					headers: {
						...(reader !== null && { 'x-test-reader': reader }),
						...(body !== undefined && { 'content-type': 'application/json' }),
					},
					...(body !== undefined && { body: JSON.stringify(body) }),
				});
			const list = async (reader = 'administrator', query = '') =>
				ReportList.parse(await (await ask(`/v1/reports${query}`, reader)).json());
			const detail = async (id: string, reader = 'administrator') =>
				ReportDetail.parse(await (await ask(`/v1/reports/${id}`, reader)).json());
			return { url: running.url, failed: running.failed, stop, ask, list, detail };
		},
	};
};
