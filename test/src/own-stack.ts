import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAdminClient } from '@vigie/demonstration/admin-client';
import { type ClickHouseConfig, createClickHouse } from '@vigie/kit/clickhouse';
import { type Stack, startStack } from '@vigie/local/stack';
import { readStackConfig } from '@vigie/local/stack-config';
import { CHARTER_VERSION, Device } from '@vigie/schemas/http';
import { z } from 'zod';
import { createSteps } from '../../deploy/local/bootstrap/steps.mjs';
import { freePorts } from './free-ports.js';
import { untilKeyKnown } from './until-key-known.js';

const NO_LIMIT = '100000000';

/** OwnStack is a whole stack on free ports and a temporary folder, gone when it is closed. */
export interface OwnStack extends Stack {
	readonly intakeUrl: string;
	/** What its topics, groups and queues begin with: nothing, unless asked. */
	readonly topicPrefix: string;
	/** clickhouseAs gives what a client with a role needs to connect. */
	clickhouseAs(role: string): Promise<ClickHouseConfig>;
	/** makeLink makes an enrolment link, as an operator hands it out. */
	makeLink(): Promise<string>;
	/** enrolDevice makes a structure, a link and a device, as a person would get them. */
	enrolDevice(): Promise<string>;
	/** makeApiKey makes a machine client's key. */
	makeApiKey(): Promise<string>;
	/** liveOn starts services again, later: for them it is that instant, and whatever starts after them is in the same time. */
	liveOn(services: readonly string[], instant: Date): Promise<void>;
	close(): Promise<void>;
}

const structure = {
	id: 'test-1',
	label: 'Structure d’essai',
	organisation: 'test',
	family: 'DEPARTEMENT',
	departement: '35',
	body: null,
};

/** OwnStackOptions: `weeks` of history are there once it is started, none unless asked; `store` is a folder whose store it begins with, an empty one unless given. */
export interface OwnStackOptions {
	readonly weeks?: number;
	readonly world?: 'demo' | 'real';
	readonly env?: Readonly<Record<string, string>>;
	readonly store?: string;
}

/** startOwnStack starts what `npm start` starts. */
export const startOwnStack = async (options: OwnStackOptions = {}): Promise<OwnStack> => {
	const folder = await mkdtemp(join(tmpdir(), 'vigie-stack-'));
	if (options.store !== undefined)
		await cp(options.store, join(folder, 'clickhouse'), { recursive: true, verbatimSymlinks: true });
	// Engines of the person's own are not for tests.
	const inherited = Object.fromEntries(
		Object.entries(process.env).filter(([name]) => !/^(KAFKA_|CLICKHOUSE_|REDIS_|VIGIE_)/.test(name)),
	);
	const env = {
		...inherited,
		...(await freePorts()),
		VIGIE_DATA: folder,
		VIGIE_DEMO_WEEKS: String(options.weeks ?? 1),
		VIGIE_INTAKE_DEVICE_LIMIT: NO_LIMIT,
		VIGIE_INTAKE_KEY_LIMIT: NO_LIMIT,
		...options.env,
	};
	const config = readStackConfig(env, { world: options.world ?? 'demo', history: false });
	const stack = await startStack(config, createSteps(process.stderr));
	if (options.weeks) await stack.loadHistory(() => undefined);
	const admin = await openAdminClient(stack.apiUrl, stack.keys);
	const makeLink = async (): Promise<string> => {
		await admin.post('/admin/structures', structure, z.unknown());
		return (await admin.post(`/admin/structures/${structure.id}/links`, {}, z.object({ url: z.string() })))
			.url;
	};
	return {
		...stack,
		makeLink,
		topicPrefix: options.env?.VIGIE_TOPIC_PREFIX ?? '',
		intakeUrl: `http://127.0.0.1:${config.VIGIE_INTAKE_PORT}`,
		clickhouseAs: async (role) => {
			const passwords = z
				.record(z.string(), z.string())
				.parse(JSON.parse(await readFile(join(stack.keys, 'clickhouse.json'), 'utf8')));
			return {
				CLICKHOUSE_URL: z.string().parse(stack.env.CLICKHOUSE_URL),
				CLICKHOUSE_USER: role,
				CLICKHOUSE_PASSWORD: passwords[role] ?? '',
			};
		},
		enrolDevice: async () => {
			const response = await fetch(new URL('/v1/devices', stack.url), {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({
					link: new URL(await makeLink()).hash.replace('#lien=', ''),
					roleFamily: 'TRAVAIL_SOCIAL',
					departement: '35',
					charter: CHARTER_VERSION,
				}),
			});
			return Device.parse(await response.json()).token;
		},
		makeApiKey: async () => {
			await admin.post('/admin/structures', structure, z.unknown());
			const body = { structure: structure.id, roleFamily: 'TRAVAIL_SOCIAL', scopes: ['ingest'] };
			const { key } = await admin.post('/admin/api-keys', body, z.object({ key: z.string() }));
			await untilKeyKnown(`http://127.0.0.1:${config.VIGIE_INTAKE_PORT}`, key);
			return key;
		},
		liveOn: async (services, instant) => {
			stack.env.VIGIE_CLOCK_OFFSET_MS = String(instant.getTime() - Date.now());
			await Promise.all(
				services.map(async (name) => {
					await stack.kill(name);
					await stack.restart(name);
				}),
			);
		},
		close: async () => {
			await stack.stop();
			await rm(folder, { recursive: true, force: true });
		},
	};
};

/** clickhouseOf opens a client on a stack with a role. */
export const clickhouseOf = async (stack: OwnStack, role: string) =>
	createClickHouse(await stack.clickhouseAs(role), 'vigie-test');
