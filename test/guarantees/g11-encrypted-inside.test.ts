import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer, get } from 'node:http';
import { request } from 'node:https';
import { join } from 'node:path';
import { GatewayConfig } from '@vigie/gateway/config';
import { start as startGateway } from '@vigie/gateway/start';
import { IntakeConfig } from '@vigie/intake/config';
import { start as startIntake } from '@vigie/intake/start';
import { applyTopics } from '@vigie/kafka/topics';
import { createClickHouse, waitForClickHouse } from '@vigie/kit/clickhouse';
import { connectToBroker, createKafka, createProducer, type KafkaAccess } from '@vigie/kit/kafka';
import { closeInOrder, type Running } from '@vigie/kit/lifecycle';
import { createLogger } from '@vigie/kit/logger';
import { createQueueRedis, createRedis } from '@vigie/kit/redis';
import { readConfig as readLoaderConfig } from '@vigie/loader/config';
import { start as startLoader } from '@vigie/loader/start';
import { freePort } from '@vigie/local/ports';
import { readConfig as readReporterConfig } from '@vigie/reporter/config';
import { openMail } from '@vigie/reporter/sending/send-mail';
import { registryKey } from '@vigie/schemas/registry';
import { topicsWithPrefix } from '@vigie/schemas/topics';
import { cleanUp } from '@vigie/test/cleanup';
import { uniquePrefix } from '@vigie/test/engines';
import { useAuthority, useEncryptedEngines, useTlsEnd } from '@vigie/test/use-encrypted-engines';
import { useMailbox } from '@vigie/test/use-mailbox';
import { Queue, QueueEvents, Worker } from 'bullmq';
import { pino } from 'pino';
import { expect, test, vi } from 'vitest';
import { useDashboards, useGateway } from '../../services/gateway/test/use-gateway.js';
import { alert } from '../../services/intake/test/events.js';
import { claimsOf, structureRecord, useKeys } from '../../services/intake/test/keys.js';

// Every link of an event's way is encrypted, and one whose certificate is of another authority is not spoken to. Kafka and Redis speak TLS by
// themselves; before ClickHouse, TLS ends at a proxy, for the embedded engine's front speaks HTTP only.
vi.setConfig({ testTimeout: 120_000 });

const SECRET = 'never-to-be-told';
const logger = createLogger('encrypted', 'silent');
const ours = await useAuthority(['kafka', 'redis', 'clickhouse', 'intake', 'gateway'], ['elsewhere']);
const theirs = await useAuthority(['intake']);
const engines = await useEncryptedEngines(ours.folder, { vigie: SECRET });
const pemOf = (file: string): string => readFileSync(file, 'utf8');
const kafkaAt = (brokers: string, more: Omit<KafkaAccess, 'KAFKA_BROKERS'> = {}): KafkaAccess => ({
	KAFKA_BROKERS: brokers,
	KAFKA_SECURITY: 'tls',
	VIGIE_CA: pemOf(ours.ca),
	...more,
});

/** listening gives a logger and what it has been told. */
const listening = () => {
	const lines: string[] = [];
	return { lines, logger: pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) }) };
};

const run = async <T extends Running>(starting: Promise<T>): Promise<T> => {
	const running = await starting;
	running.failed?.catch(() => undefined);
	cleanUp(() => closeInOrder(running.closings, logger));
	return running;
};

/** post sends an event over TLS and gives the status of the answer; it rejects when the certificate is not of `ca`. */
const post = (url: string, ca: string, token: string, body: unknown): Promise<number | undefined> =>
	new Promise((resolve, reject) => {
		const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
		request(`${url}/v1/events`, { method: 'POST', headers, ca: pemOf(ca) }, (answer) =>
			answer.resume().once('end', () => resolve(answer.statusCode)),
		)
			.once('error', reject)
			.end(JSON.stringify(body));
	});

const statusInClear = (url: string): Promise<number | undefined> =>
	new Promise((resolve, reject) => {
		get(url.replace('https:', 'http:'), (answer) => resolve(answer.resume().statusCode)).once(
			'error',
			reject,
		);
	});

const useService = async () => {
	const prefix = uniquePrefix();
	const kafka = createKafka(kafkaAt(engines.brokers), 'topics', logger);
	const admin = kafka.admin();
	await admin.connect();
	await applyTopics(admin, prefix);
	await admin.disconnect();
	const producer = createProducer(kafka);
	await producer.connect();
	const structure = structureRecord({ family: 'COMMUNE' });
	await producer.send({
		topic: topicsWithPrefix(prefix).registry,
		messages: [{ key: registryKey(structure), value: JSON.stringify(structure) }],
	});
	await producer.disconnect();
	const keys = await useKeys();
	for (const name of ['record', 'session'])
		await writeFile(join(keys.directory, `${name}.key`), `${'7'.repeat(64)}\n`);
	const env = {
		KAFKA_BROKERS: engines.brokers,
		KAFKA_SECURITY: 'tls',
		REDIS_URL: engines.redisUrl,
		VIGIE_CA: ours.ca,
		VIGIE_TOPIC_PREFIX: prefix,
		VIGIE_KEYS: keys.directory,
	};
	return { env, token: await keys.sign(claimsOf({ structureFamily: 'COMMUNE' })) };
};

test('an event is taken at the front door and stored, over TLS from the first link to the last', async () => {
	const { env, token } = await useService();
	const shown = ours.files('intake');
	const intake = await run(
		startIntake(
			IntakeConfig.parse({
				...env,
				VIGIE_INTAKE_PORT: '0',
				VIGIE_TLS_CERT: shown.cert,
				VIGIE_TLS_KEY: shown.key,
			}),
			logger,
		),
	);
	await run(
		startLoader(
			readLoaderConfig({
				...env,
				...engines.clickhouse.configOf('loader'),
				CLICKHOUSE_URL: engines.clickhouseUrl,
				VIGIE_LOADER_PORT: '0',
			}),
			logger,
		),
	);
	const gateway = await run(
		startGateway(
			GatewayConfig.parse({
				VIGIE_PORT: '0',
				VIGIE_GATEWAY_HEALTH_PORT: '0',
				VIGIE_INTAKE_URL: intake.url,
				VIGIE_DASHBOARDS: await useDashboards(),
				VIGIE_CA: ours.ca,
				VIGIE_TLS_CERT: ours.files('gateway').cert,
				VIGIE_TLS_KEY: ours.files('gateway').key,
			}),
			logger,
		),
	);
	const event = alert();

	expect(await post(gateway.url, ours.ca, token, event)).toBe(202);

	const store = engines.clickhouse.clientOf('detector');
	await vi.waitUntil(
		async () => {
			const query = 'SELECT toString(id) AS id FROM private.events';
			return (await (await store.query({ query, format: 'JSONEachRow' })).text()).includes(event.id);
		},
		{ timeout: 60_000 },
	);
	expect([intake.url, gateway.url].every((url) => url.startsWith('https:'))).toBe(true);
	for (const url of [intake.url, gateway.url]) await expect(statusInClear(url)).rejects.toThrow();
	await expect(post(gateway.url, theirs.ca, token, event)).rejects.toThrow(/certificate/);
});

test('jobs are queued and done through a Redis that speaks TLS only', async () => {
	const access = { REDIS_URL: engines.redisUrl, VIGIE_CA: pemOf(ours.ca) };
	const connection = createQueueRedis(access, logger);
	const queue = new Queue('encrypted', { connection });
	const worker = new Worker('encrypted', async () => 'done', { connection });
	const events = new QueueEvents('encrypted', { connection });
	cleanUp(async () => {
		await Promise.all([queue.close(), worker.close(), events.close()]);
		connection.disconnect();
	});
	await events.waitUntilReady();

	const job = await queue.add('one', {});

	expect(await job.waitUntilFinished(events)).toBe('done');
});

test('a broker may ask for a name and a password, which go to it over TLS only', async () => {
	const connect = async (password: string) => {
		const access = kafkaAt(engines.namedBrokers, {
			KAFKA_SECURITY: 'tls+plain',
			KAFKA_USER: 'vigie',
			KAFKA_PASSWORD: password,
		});
		const admin = createKafka(access, 'named', logger, { retry: { retries: 0 } }).admin();
		cleanUp(() => admin.disconnect());
		await admin.connect();
		return admin.describeCluster();
	};

	expect((await connect(SECRET)).brokers).toHaveLength(1);
	await expect(connect('another')).rejects.toThrow(/Authentication failed/);
});

test('a broker whose certificate is of another authority is refused, and told without a password', async () => {
	const heard = listening();
	const access = kafkaAt(engines.namedBrokers, {
		KAFKA_SECURITY: 'tls+plain',
		KAFKA_USER: 'vigie',
		KAFKA_PASSWORD: SECRET,
		VIGIE_CA: pemOf(theirs.ca),
	});
	const admin = createKafka(access, 'deceived', heard.logger, { retry: { retries: 0 } }).admin();

	await expect(admin.connect()).rejects.toThrow(/certificate/);

	expect(heard.lines.join('')).toMatch(/certificate/);
	expect(heard.lines.join('')).not.toContain(SECRET);
});

test('a Redis whose certificate is of another authority is refused, and told without a password', async () => {
	const heard = listening();
	const address = new URL(engines.redisUrl);
	address.password = SECRET;
	const redis = createRedis({ REDIS_URL: address.href, VIGIE_CA: pemOf(theirs.ca) }, heard.logger);
	cleanUp(async () => redis.disconnect());

	await vi.waitUntil(() => heard.lines.length > 0);

	expect(heard.lines.join('')).toMatch(/Redis is not reachable/);
	expect(heard.lines.join('')).toMatch(/certificate/);
	expect(heard.lines.join('')).not.toContain(SECRET);
	await expect(redis.ping()).rejects.toThrow();
});

test('a ClickHouse whose certificate is of another authority is refused, and told without a password', async () => {
	const heard = listening();
	const stopping = new AbortController();
	const client = createClickHouse(
		{
			...engines.clickhouse.configOf('loader'),
			CLICKHOUSE_URL: engines.clickhouseUrl,
			CLICKHOUSE_PASSWORD: SECRET,
			VIGIE_CA: pemOf(theirs.ca),
		},
		'deceived',
	);
	cleanUp(() => client.close());

	const waiting = waitForClickHouse(client, heard.logger, stopping.signal);
	await vi.waitUntil(() => heard.lines.length > 0);
	stopping.abort();
	await waiting;

	expect(heard.lines.join('')).toMatch(/waiting for ClickHouse/);
	expect(heard.lines.join('')).toMatch(/SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_VERIFY_LEAF_SIGNATURE/);
	expect(heard.lines.join('')).not.toContain(SECRET);
});

/** useInside starts a service that counts who asks it. */
const useInside = async () => {
	const counted = { asked: 0 };
	const inside = createServer((_request, response) => {
		counted.asked += 1;
		response.end('{}');
	});
	const port = await freePort();
	await new Promise<void>((resolve) => inside.listen(port, '127.0.0.1', resolve));
	cleanUp(async () => inside.close());
	return { port, counted };
};

/** frontDoorStatus gives what the front door answers where intake is behind it at a port of this machine. */
const frontDoorStatus = async (port: number, VIGIE_CA: string): Promise<number> => {
	const url = await useGateway({ VIGIE_INTAKE_URL: `https://127.0.0.1:${port}`, VIGIE_CA });
	return (await fetch(`${url}/v1/events`, { method: 'POST', body: '{}' })).status;
};

test('a service whose certificate is of another authority gets nothing from the front door', async () => {
	const { port, counted } = await useInside();
	const behind = await useTlsEnd(join(theirs.folder, 'intake'), port);

	expect(await frontDoorStatus(behind, ours.ca)).toBe(503);
	expect(counted.asked).toBe(0);
	expect(await frontDoorStatus(behind, theirs.ca)).toBe(200);
});

// What follows shows a certificate of our authority for a name that nobody asks: whoever holds one part's key must not pass for another.
const ELSEWHERE = join(ours.folder, 'elsewhere');

test('a broker whose certificate bears another name is refused', async () => {
	const port = await useTlsEnd(ELSEWHERE, engines.clearPort);
	const access = kafkaAt(`127.0.0.1:${port}`);
	const admin = createKafka(access, 'misnamed', logger, { retry: { retries: 0 } }).admin();

	await expect(admin.connect()).rejects.toThrow(/altnames/);

	const socket = connectToBroker(access, access.KAFKA_BROKERS);
	cleanUp(async () => void socket.destroy());
	await expect(once(socket, 'secureConnect')).rejects.toThrow(/altnames/);
});

test('a Redis whose certificate bears another name is refused', async () => {
	const heard = listening();
	const port = await useTlsEnd(ELSEWHERE, Number(new URL(engines.redisUrl).port));
	const access = { REDIS_URL: `rediss://127.0.0.1:${port}`, VIGIE_CA: pemOf(ours.ca) };
	const redis = createRedis(access, heard.logger);
	cleanUp(async () => redis.disconnect());

	await vi.waitUntil(() => heard.lines.length > 0);

	expect(heard.lines.join('')).toMatch(/altnames/);
	await expect(redis.ping()).rejects.toThrow();
});

test('a ClickHouse whose certificate bears another name is refused', async () => {
	const port = await useTlsEnd(ELSEWHERE, Number(new URL(engines.clickhouse.url).port));
	const client = createClickHouse(
		{
			...engines.clickhouse.configOf('loader'),
			CLICKHOUSE_URL: `https://127.0.0.1:${port}`,
			VIGIE_CA: pemOf(ours.ca),
		},
		'misnamed',
	);
	cleanUp(() => client.close());

	const { success, error } = { error: undefined, ...(await client.ping()) };

	expect(success).toBe(false);
	expect(String(error)).toMatch(/altnames/);
});

test('a service whose certificate bears another name gets nothing from the front door', async () => {
	const { port, counted } = await useInside();

	expect(await frontDoorStatus(await useTlsEnd(ELSEWHERE, port), ours.ca)).toBe(503);
	expect(counted.asked).toBe(0);
	expect(await frontDoorStatus(await useTlsEnd(join(ours.folder, 'intake'), port), ours.ca)).toBe(200);
});

test('mail goes to a server of the named authority only, and no address switches that off', async () => {
	const { cert, key } = theirs.files('intake');
	const mailbox = await useMailbox({ cert: pemOf(cert), key: pemOf(key) });
	const send = async (url: string, ca: string): Promise<void> => {
		const mail = openMail(url, 'vigie@example.org', pemOf(ca));
		cleanUp(async () => mail.close());
		await mail.send('body@example.org', 'key', { subject: 'a', text: 'b', html: 'c' });
	};

	await expect(send(mailbox.url, ours.ca)).rejects.toThrow(/^smtp_/);
	expect(mailbox.mails).toEqual([]);
	await send(mailbox.url, theirs.ca);
	expect(mailbox.mails).toHaveLength(1);
	const env = { VIGIE_KEYS: '/keys', VIGIE_SMTP_URL: `${mailbox.url}/?tls.rejectUnauthorized=false` };
	expect(() => readReporterConfig(env)).toThrow(/VIGIE_SMTP_URL/);
});
