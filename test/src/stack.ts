import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@vigie/local/ports';
import { type Stack, startStack } from '@vigie/local/stack';
import { readStackConfig } from '@vigie/local/stack-config';
import { cleanUp } from './cleanup.js';
import { silentSteps } from './silent-steps.js';

const portVariables = [
	'VIGIE_PORT',
	'VIGIE_INTAKE_PORT',
	'VIGIE_LOADER_PORT',
	'VIGIE_PUBLISHER_PORT',
	'VIGIE_API_PORT',
	'VIGIE_GATEWAY_HEALTH_PORT',
	'VIGIE_KAFKA_PORT',
	'VIGIE_KAFKA_CONTROLLER_PORT',
	'VIGIE_CLICKHOUSE_PORT',
	'VIGIE_REDIS_PORT',
] as const;

/** freePorts gives a free port for every port variable of a local stack. */
export const freePorts = async (): Promise<Record<string, string>> => {
	const ports: Record<string, string> = {};
	for (const variable of portVariables) ports[variable] = String(await freePort());
	return ports;
};

/**
 * useStack starts Vigie whole, as `npm start` does (built services, engines of its own), on free ports and a temporary data
 * folder, without history; it is stopped in order afterwards. The services must be built.
 */
export const useStack = async (
	world: 'demo' | 'real' = 'demo',
	env: Readonly<Record<string, string>> = {},
): Promise<Stack> => {
	const dataDir = await mkdtemp(join(tmpdir(), 'vigie-stack-'));
	cleanUp(() => rm(dataDir, { recursive: true, force: true }));
	const variables = { ...process.env, ...(await freePorts()), VIGIE_DATA: dataDir, ...env };
	const stack = await startStack(readStackConfig(variables, { world, history: false }), silentSteps);
	cleanUp(() => stack.stop());
	return stack;
};
