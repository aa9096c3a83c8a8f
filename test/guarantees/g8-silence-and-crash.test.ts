import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { services } from '@vigie/local/services';
import { declareMany } from '@vigie/test/chaos/declarations';
import { sendUntilTold } from '@vigie/test/chaos/send';
import { cleanUp } from '@vigie/test/cleanup';
import { createHistory } from '@vigie/test/history/history';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { expectAllStoredOnce, useFragileStack } from './use-fragile-stack.js';

const stack = await useFragileStack();
const history = createHistory();
const loaderUrl = `http://127.0.0.1:${stack.env.VIGIE_LOADER_PORT}`;

/** figure sums the values of a metric of the loader for the events' partitions. */
const figure = async (name: string): Promise<number> => {
	const text = await (await fetch(`${loaderUrl}/metrics`)).text();
	const lines = text.split('\n').filter((line) => line.startsWith(`${name}{`) && line.includes('events.v1'));
	return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
};

const readiness = async (): Promise<number> => (await fetch(`${loaderUrl}/health/ready`)).status;

test('G8: a loader that stores nothing any more says so: not ready, a lag, an alarm, a last commit that grows old', {
	timeout: 180_000,
}, async () => {
	await sendUntilTold(stack, declareMany(50), history);
	await expectAllStoredOnce(stack, history);
	stack.links['loader to ClickHouse'].cut();
	cleanUp(async () => stack.links['loader to ClickHouse'].restore());

	await sendUntilTold(stack, declareMany(50), history);

	await vi.waitUntil(async () => (await readiness()) === 503, { timeout: 60_000, interval: 200 });
	// Measured every quarter of a minute.
	await vi.waitUntil(async () => (await figure('consumer_lag')) >= 50, { timeout: 60_000, interval: 200 });
	await vi.waitUntil(async () => (await figure('silence_alarm')) > 0, { timeout: 60_000, interval: 200 });
	const age = await figure('consumer_last_commit_age_seconds');
	await vi.waitUntil(async () => (await figure('consumer_last_commit_age_seconds')) > age + 1, {
		timeout: 30_000,
		interval: 200,
	});
	stack.links['loader to ClickHouse'].restore();
	await vi.waitUntil(async () => (await readiness()) === 200, { timeout: 60_000, interval: 200 });
	await vi.waitUntil(async () => (await figure('consumer_lag')) === 0, { timeout: 60_000, interval: 200 });
	await vi.waitUntil(async () => (await figure('silence_alarm')) === 0, { timeout: 60_000, interval: 200 });
	await expectAllStoredOnce(stack, history);
});

// Another world is what no service must survive that holds anything of one: whoever started it must hear of it.
test.each(services.filter(({ name }) => name !== 'gateway'))(
	'G8: $name, given a stack of another world, ends with a code that is not 0',
	{
		timeout: 90_000,
	},
	async ({ name, portVariable, role }) => {
		const passwords = z
			.record(z.string(), z.string())
			.parse(JSON.parse(await readFile(join(stack.dataDir, 'keys/clickhouse.json'), 'utf8')));
		const entry = fileURLToPath(new URL(`../../services/${name}/dist/server.js`, import.meta.url));
		const child = spawn(process.execPath, [entry], {
			stdio: 'ignore',
			env: {
				...stack.env,
				VIGIE_WORLD: 'real',
				[portVariable]: '0',
				...(role === undefined ? {} : { CLICKHOUSE_USER: role, CLICKHOUSE_PASSWORD: passwords[role] }),
			},
		});
		cleanUp(async () => child.kill('SIGKILL'));

		const [code, signal] = await once(child, 'exit');

		expect(signal).toBe(null);
		expect(code).toBe(1);
	},
);
