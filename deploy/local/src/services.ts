import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ServiceRole } from '@vigie/clickhouse/roles';
import { projectRoot } from '../bootstrap/data-folder.mjs';
import type { Passwords } from './deploy/passwords.js';
import { type Child, startChild } from './processes/child.js';
import { waitUntil } from './processes/wait-until.js';
import type { StackConfig } from './stack-config.js';

type PortVariable =
	| 'VIGIE_PORT'
	| 'VIGIE_INTAKE_PORT'
	| 'VIGIE_LOADER_PORT'
	| 'VIGIE_DETECTOR_PORT'
	| 'VIGIE_PUBLISHER_PORT'
	| 'VIGIE_REPORTER_PORT'
	| 'VIGIE_API_PORT'
	| 'VIGIE_GATEWAY_HEALTH_PORT'
	| 'VIGIE_OIDC_PORT';

/** Service is one of Vigie's processes: the variable of its port and, when it speaks to ClickHouse, its role there. */
export interface Service {
	readonly name: string;
	readonly portVariable: PortVariable;
	/** Where its health is: the gateway's is not at the front door. */
	readonly healthVariable?: PortVariable;
	readonly role?: ServiceRole;
	/** Where it lives, when not among the services. */
	readonly folder?: string;
	/** What answers once it is ready, when not its health. */
	readonly readyPath?: string;
	/** Arguments of Node beside the usual ones. */
	readonly nodeArguments?: readonly string[];
	/** Higher ranks start later and stop earlier; the gateway is the door. */
	readonly rank: number;
}

/** services are all of Vigie's services, in the order in which they start. */
export const services: readonly Service[] = [
	{ name: 'loader', portVariable: 'VIGIE_LOADER_PORT', role: 'loader', rank: 1 },
	{ name: 'detector', portVariable: 'VIGIE_DETECTOR_PORT', role: 'detector', rank: 1 },
	{ name: 'publisher', portVariable: 'VIGIE_PUBLISHER_PORT', role: 'publisher', rank: 1 },
	// It asks nothing of ClickHouse: the log is its memory.
	{ name: 'reporter', portVariable: 'VIGIE_REPORTER_PORT', rank: 1 },
	{
		name: 'intake',
		portVariable: 'VIGIE_INTAKE_PORT',
		rank: 2,
		// What a request allocates is garbage a moment later: with room for many of them, little is ever copied.
		nodeArguments: ['--max-semi-space-size=32'],
	},
	{ name: 'api', portVariable: 'VIGIE_API_PORT', role: 'api', rank: 2 },
	{ name: 'gateway', portVariable: 'VIGIE_PORT', healthVariable: 'VIGIE_GATEWAY_HEALTH_PORT', rank: 3 },
];

const identityProvider: Service = {
	name: 'identity',
	portVariable: 'VIGIE_OIDC_PORT',
	folder: 'deploy/identity',
	readyPath: '/.well-known/openid-configuration',
	rank: 2,
};

/** servicesOf gives those that a stack starts: a demonstration brings its own identity provider, unless another one is named. */
export const servicesOf = (config: StackConfig): readonly Service[] =>
	hasOwnIdentity(config) ? [identityProvider, ...services] : services;

/** hasOwnIdentity tells whether people sign in at the provider that the stack itself starts. */
export const hasOwnIdentity = ({ VIGIE_WORLD, env }: StackConfig): boolean =>
	VIGIE_WORLD === 'demo' && !env.VIGIE_OIDC_ISSUER;

/** addressOf gives where a service of this stack answers. */
export const addressOf = (config: StackConfig, variable: PortVariable): string =>
	`http://127.0.0.1:${config[variable]}`;

/** EngineAddresses are the values of the three engine variables. */
export type EngineAddresses = Readonly<Record<'KAFKA_BROKERS' | 'CLICKHOUSE_URL' | 'REDIS_URL', string>>;

/** environmentOf gives the environment that every process of this stack shares, whatever it is. */
export const environmentOf = (config: StackConfig, engines: EngineAddresses): NodeJS.ProcessEnv => ({
	...config.env,
	...engines,
	VIGIE_WORLD: config.VIGIE_WORLD,
	VIGIE_DEMO_SEED: config.VIGIE_DEMO_SEED,
	VIGIE_HOST: config.VIGIE_HOST,
	VIGIE_KEYS: join(config.dataDir, 'keys'),
	VIGIE_INTAKE_URL: addressOf(config, 'VIGIE_INTAKE_PORT'),
	VIGIE_API_URL: addressOf(config, 'VIGIE_API_PORT'),
	VIGIE_REPORTER_URL: addressOf(config, 'VIGIE_REPORTER_PORT'),
	VIGIE_LOADER_URL: addressOf(config, 'VIGIE_LOADER_PORT'),
	VIGIE_PUBLIC_URL: config.env.VIGIE_PUBLIC_URL ?? addressOf(config, 'VIGIE_PORT'),
	VIGIE_GATEWAY_HEALTH_PORT: String(config.VIGIE_GATEWAY_HEALTH_PORT),
	...(hasOwnIdentity(config) && { VIGIE_OIDC_ISSUER: addressOf(config, 'VIGIE_OIDC_PORT') }),
	VIGIE_OIDC_PORT: String(config.VIGIE_OIDC_PORT),
	...Object.fromEntries(services.map(({ portVariable }) => [portVariable, String(config[portVariable])])),
});

/** asRole adds the engine's user of a role to an environment. */
export const asRole = (
	env: NodeJS.ProcessEnv,
	role: ServiceRole,
	passwords: Passwords,
): NodeJS.ProcessEnv => ({
	...env,
	CLICKHOUSE_USER: role,
	CLICKHOUSE_PASSWORD: passwords[role],
});

/** startService starts a built service and resolves when it says that it is ready. */
export const startService = async (
	service: Service,
	config: StackConfig,
	env: NodeJS.ProcessEnv,
	passwords: Passwords,
): Promise<Child> => {
	const entry = join(projectRoot, service.folder ?? join('services', service.name), 'dist/server.js');
	if (!existsSync(entry)) throw new Error(`${service.name} is not built: npm run build`);
	const child = await startChild({
		name: service.name,
		command: process.execPath,
		args: ['--enable-source-maps', ...(service.nodeArguments ?? []), entry],
		env: service.role === undefined ? env : asRole(env, service.role, passwords),
		logFile: join(config.dataDir, 'logs', `${service.name}.log`),
	});
	const ready = `${addressOf(config, service.healthVariable ?? service.portVariable)}${service.readyPath ?? '/health/ready'}`;
	try {
		await waitUntil(child, async () => (await fetch(ready)).ok);
	} catch (err) {
		await child.kill();
		throw err;
	}
	return child;
};
