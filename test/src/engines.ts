import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClickHouseClient } from '@clickhouse/client';
import { migrate } from '@vigie/clickhouse/migrate';
import { type ServiceRole, serviceRoles } from '@vigie/clickhouse/roles';
import { applyTopics } from '@vigie/kafka/topics';
import { type ClickHouseConfig, createClickHouse } from '@vigie/kit/clickhouse';
import { startFront } from '@vigie/local/clickhouse-front/start-front';
import type { Engine } from '@vigie/local/engines/engine';
import { findRedis, startRedis } from '@vigie/local/engines/redis';
import { freePort } from '@vigie/local/ports';
import { type Admin, Kafka, logLevel } from 'kafkajs';
import { z } from 'zod';
import { askDesk } from './ask-desk.js';
import { cleanUp } from './cleanup.js';
import { startTcpProxy, type TcpProxy } from './tcp-proxy.js';

/** ownedByRun makes sure that a process which a test file started is gone at the end of the run, even when that file crashed. */
export const ownedByRun = async (pid: number): Promise<void> => {
	await askDesk(`/owned/${pid}`);
};

const useFolder = async (name: string): Promise<string> => {
	const folder = await mkdtemp(join(tmpdir(), `vigie-${name}-`));
	cleanUp(() => rm(folder, { recursive: true, force: true }));
	return folder;
};

/** uniquePrefix gives a prefix for VIGIE_TOPIC_PREFIX that no other test has. */
export const uniquePrefix = (): string => `t-${randomBytes(6).toString('hex')}.`;

/** kafkaBrokers gives the address of the one real broker of this run, started when the first test asks for it. */
export const kafkaBrokers = (): Promise<string> => askDesk('/kafka');

const KafkaLink = z.object({ listen: z.int(), advertised: z.int() });

/** useKafkaNetwork puts a network of the test's own before the broker: whoever comes by its address stays on it. One test at a time. */
export const useKafkaNetwork = async (): Promise<{ readonly brokers: string; readonly proxy: TcpProxy }> => {
	const { listen, advertised } = KafkaLink.parse(JSON.parse(await askDesk('/kafka-link')));
	const proxy = await startTcpProxy(listen, advertised);
	cleanUp(() => proxy.close());
	return { brokers: `127.0.0.1:${advertised}`, proxy };
};

const openAdmin = async (brokers: string): Promise<Admin> => {
	const admin = new Kafka({ brokers: brokers.split(','), logLevel: logLevel.NOTHING }).admin();
	await admin.connect();
	return admin;
};

/** deleteTopics deletes every topic under a prefix. */
export const deleteTopics = async (brokers: string, prefix: string): Promise<void> => {
	const admin = await openAdmin(brokers);
	try {
		const topics = (await admin.listTopics()).filter((name) => name.startsWith(prefix));
		await admin.deleteTopics({ topics });
	} finally {
		await admin.disconnect();
	}
};

/** useTopics makes all of Vigie's topics under a prefix of their own and deletes them afterwards. */
export const useTopics = async (): Promise<{ readonly brokers: string; readonly prefix: string }> => {
	const brokers = await kafkaBrokers();
	const prefix = uniquePrefix();
	const admin = await openAdmin(brokers);
	const { created } = await applyTopics(admin, prefix);
	cleanUp(async () => {
		await admin.deleteTopics({ topics: [...created] });
		await admin.disconnect();
	});
	return { brokers, prefix };
};

/** TestClickHouse is an engine of a test's own, migrated, with a password a role. */
export interface TestClickHouse {
	readonly url: string;
	/** configOf gives the variables a service of that role would read. */
	configOf(role: ServiceRole): ClickHouseConfig;
	/** clientOf gives a client with that role, closed with the test. */
	clientOf(role: ServiceRole): ClickHouseClient;
	/** kill ends the engine at once, as a power cut would. */
	kill(): Promise<void>;
}

/** useClickHouse starts the local front on a temporary folder and port, with every migration applied: on a copy of the store that the run has made once. */
export const useClickHouse = async (): Promise<TestClickHouse> => {
	const dataDir = await useFolder('clickhouse');
	await cp(await askDesk('/store'), dataDir, { recursive: true, verbatimSymlinks: true });
	const credentials = Object.fromEntries(serviceRoles.map((role) => [role, randomBytes(12).toString('hex')]));
	const front = await startFront({ dataDir, credentials, port: await freePort() });
	await ownedByRun(front.pid);
	cleanUp(async () => front.stop());
	const configOf = (role: ServiceRole): ClickHouseConfig => ({
		CLICKHOUSE_URL: front.url,
		CLICKHOUSE_USER: role,
		CLICKHOUSE_PASSWORD: credentials[role] ?? '',
	});
	const clientOf = (role: ServiceRole): ClickHouseClient => {
		const client = createClickHouse(configOf(role), 'test');
		cleanUp(() => client.close());
		return client;
	};
	await migrate(clientOf('migrator'));
	return { url: front.url, configOf, clientOf, kill: async () => void (await front.kill()) };
};

/** useRedis starts a Redis of the test's own on a temporary folder; its address is what REDIS_URL wants. */
export const useRedis = async (): Promise<Engine> => {
	const folder = await useFolder('redis');
	const server = await startRedis(
		await findRedis(() => undefined),
		await freePort(),
		folder,
		join(folder, 'redis.log'),
	);
	await ownedByRun(server.pid);
	cleanUp(() => server.kill());
	return server;
};
