import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClickHouseClient } from '@clickhouse/client';
import type { ServiceRole } from '@vigie/clickhouse/roles';
import { openAdminClient } from '@vigie/demonstration/admin-client';
import { createClickHouse } from '@vigie/kit/clickhouse';
import { createLogger } from '@vigie/kit/logger';
import { createQueueRedis } from '@vigie/kit/redis';
import { ensureLongLivedKeys } from '@vigie/local/deploy/long-lived-keys';
import { startDeploy } from '@vigie/local/deploy/start-deploy';
import { killLiveChildren } from '@vigie/local/processes/child';
import { environmentOf, services, startService } from '@vigie/local/services';
import { readStackConfig } from '@vigie/local/stack-config';
import { z } from 'zod';
import { freePorts } from '../free-ports.js';
import { untilKeyKnown } from '../until-key-known.js';
import { enginesOf } from './engines.js';
import { environmentThrough, type Links, openLinks } from './links.js';
import { type Processes, type Startable, superviseProcesses } from './processes.js';

/** FragileStack is Vigie whole, every process of which can be killed and every link cut. */
export interface FragileStack extends Processes {
	/** Where senders send, through a link. */
	readonly url: string;
	readonly links: Links['proxies'];
	/** The three engines, reached directly: what the checks read through. */
	readonly env: NodeJS.ProcessEnv;
	readonly dataDir: string;
	/** An `Authorization` header of a machine client without limits. */
	readonly authorization: string;
	/** Variables of a service for its next start, added to its own: another clock, say. */
	change(service: string, variables: Readonly<Record<string, string>>): void;
	/** startTwin starts a second process of a service on another port; it is killed when the promise's function is called. */
	startTwin(service: string): Promise<() => Promise<void>>;
	clientOf(role: ServiceRole): ClickHouseClient;
	/** forgetDuplicates empties Redis: intake's memory of what it acknowledged is best effort. */
	forgetDuplicates(): Promise<void>;
	/** makeLink makes an enrolment link, as an operator hands it out. */
	makeLink(): Promise<string>;
}

const structure = {
	id: 'test-1',
	label: 'Structure d’essai',
	organisation: 'test',
	family: 'DEPARTEMENT',
	departement: '35',
	body: null,
};

const inherited = (): NodeJS.ProcessEnv =>
	Object.fromEntries(
		Object.entries(process.env).filter(([name]) => !/^(KAFKA_|CLICKHOUSE_|REDIS_|VIGIE_)/.test(name)),
	);

/** startFragileStack starts engines, links and services on free ports and a temporary folder, or in `dataDir`. */
export const startFragileStack = async (options: { dataDir?: string } = {}): Promise<FragileStack> => {
	const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'vigie-fragile-')));
	// However this process ends, those of the stack do not outlive it.
	process.on('exit', killLiveChildren);
	const interrupted = (): never => process.exit(130);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupted);
	const limits = { VIGIE_INTAKE_DEVICE_LIMIT: '100000000', VIGIE_INTAKE_KEY_LIMIT: '100000000' };
	const env = { ...inherited(), ...(await freePorts()), ...limits, VIGIE_DATA: dataDir };
	const config = readStackConfig(env, { world: 'demo', history: false });
	const keys = join(config.dataDir, 'keys');
	const passwords = await ensureLongLivedKeys({ ...config, VIGIE_KEYS: keys });
	const links = await openLinks(config);
	const direct = environmentOf(config, {
		KAFKA_BROKERS: `127.0.0.1:${config.VIGIE_KAFKA_PORT}`,
		CLICKHOUSE_URL: `http://127.0.0.1:${config.VIGIE_CLICKHOUSE_PORT}`,
		REDIS_URL: `redis://127.0.0.1:${config.VIGIE_REDIS_PORT}`,
	});
	const changes = new Map<string, Readonly<Record<string, string>>>();
	const envOf = (name: string): NodeJS.ProcessEnv => ({
		...direct,
		...environmentThrough(name, links),
		...changes.get(name),
	});
	const engines = await enginesOf(config, links);
	const own = services.map(
		(service): Startable => ({
			name: service.name,
			start: () => startService(service, config, envOf(service.name), passwords),
		}),
	);
	const processes = superviseProcesses([...engines, ...own]);
	const clients: ClickHouseClient[] = [];
	const close = async (): Promise<void> => {
		await Promise.all(clients.map((client) => client.close()));
		await processes.close();
		await links.close();
		process.off('exit', killLiveChildren);
		for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, interrupted);
		if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
	};
	try {
		await Promise.all(engines.map(({ name }) => processes.startFirst(name)));
		await startDeploy(config, direct, passwords, () => undefined);
		// The publisher makes the keys that intake waits for.
		await Promise.all(own.map(({ name }) => processes.startFirst(name)));
		const admin = await openAdminClient(`http://127.0.0.1:${config.VIGIE_API_PORT}`, keys);
		await admin.post('/admin/structures', structure, z.unknown());
		const order = { structure: structure.id, roleFamily: 'TRAVAIL_SOCIAL', scopes: ['ingest'] };
		const { key } = await admin.post('/admin/api-keys', order, z.object({ key: z.string() }));
		await untilKeyKnown(`http://127.0.0.1:${config.VIGIE_INTAKE_PORT}`, key);
		return {
			...processes,
			url: `http://127.0.0.1:${links.proxies['sender to gateway'].port}`,
			links: links.proxies,
			env: { ...direct, VIGIE_KEYS: keys },
			dataDir: config.dataDir,
			authorization: `Bearer ${key}`,
			forgetDuplicates: async () => {
				const redis = createQueueRedis(
					{ REDIS_URL: direct.REDIS_URL ?? '' },
					createLogger('chaos', 'silent'),
				);
				await redis.flushall();
				redis.disconnect();
			},
			makeLink: async () =>
				(await admin.post(`/admin/structures/${structure.id}/links`, {}, z.object({ url: z.string() }))).url,
			change: (service, variables) => void changes.set(service, variables),
			startTwin: async (name) => {
				const service = services.find((entry) => entry.name === name);
				if (!service) throw new Error(`there is no service ${name}`);
				const ports = await freePorts();
				const port = ports[service.portVariable] ?? '0';
				const elsewhere = { ...config, [service.portVariable]: Number(port) };
				const twin = await startService(
					service,
					elsewhere,
					{ ...envOf(name), [service.portVariable]: port },
					passwords,
				);
				return async () => void (await twin.kill());
			},
			clientOf: (role) => {
				const client = createClickHouse(
					{
						CLICKHOUSE_URL: direct.CLICKHOUSE_URL ?? '',
						CLICKHOUSE_USER: role,
						CLICKHOUSE_PASSWORD: passwords[role],
					},
					'vigie-chaos',
				);
				clients.push(client);
				return client;
			},
			close,
		};
	} catch (err) {
		await close();
		throw err;
	}
};
