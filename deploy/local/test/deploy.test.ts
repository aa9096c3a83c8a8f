import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kafkaBrokers, uniquePrefix, useClickHouse } from '@vigie/test/engines';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { type DeployConfig, readDeployConfig } from '../src/deploy/config.js';
import { runDeploy } from '../src/deploy/run-deploy.js';

const clickhouse = await useClickHouse();
const brokers = await kafkaBrokers();
const logger = pino({ level: 'silent' });

const configOf = async (world: 'demo' | 'real', prefix: string): Promise<DeployConfig> => {
	const keys = await mkdtemp(join(tmpdir(), 'vigie-deploy-'));
	onTestFinished(() => rm(keys, { recursive: true, force: true }));
	return readDeployConfig({
		...Object.fromEntries(Object.entries(clickhouse.configOf('migrator'))),
		KAFKA_BROKERS: brokers,
		VIGIE_KEYS: keys,
		VIGIE_TOPIC_PREFIX: prefix,
		VIGIE_WORLD: world,
		VIGIE_DEMO_SEED: randomBytes(4).toString('hex'),
	});
};

test('it can be run again, and its keys stay the same', async () => {
	const config = await configOf('demo', uniquePrefix());

	await runDeploy(config, logger);
	const before = await readFile(join(config.VIGIE_KEYS, 'admin.token'), 'utf8');
	await runDeploy(config, logger);

	expect(await readFile(join(config.VIGIE_KEYS, 'admin.token'), 'utf8')).toBe(before);
	const names = (await readdir(config.VIGIE_KEYS)).map((name) => name.replace(/^device-\w+/, 'device-<kid>'));
	expect(names.sort()).toEqual([
		'admin.token',
		'attestations.key',
		'cell.key',
		'clickhouse.json',
		'comments.key',
		'device-<kid>.private.jwk',
		'device-<kid>.public.jwk',
		'proposals.key',
		'record.key',
		'session.key',
		'webhooks.key',
	]);
});

test('every key is readable by its owner only', async () => {
	const config = await configOf('demo', uniquePrefix());
	await runDeploy(config, logger);

	for (const name of await readdir(config.VIGIE_KEYS))
		expect((await stat(join(config.VIGIE_KEYS, name))).mode & 0o777, name).toBe(0o600);
});

test('a real stack refuses the store of a demonstration', async () => {
	await runDeploy(await configOf('demo', uniquePrefix()), logger);

	await expect(runDeploy(await configOf('real', uniquePrefix()), logger)).rejects.toThrow(
		/the store.*never mix/,
	);
});

test('a real stack refuses the registry of a demonstration', async () => {
	const prefix = uniquePrefix();
	await runDeploy(await configOf('demo', prefix), logger);
	await clickhouse.clientOf('migrator').command({ query: 'TRUNCATE TABLE state.world' });

	await expect(runDeploy(await configOf('real', prefix), logger)).rejects.toThrow(/the registry.*never mix/);
});

test('a moved clock is refused in a real world', () => {
	expect(() =>
		readDeployConfig({ VIGIE_WORLD: 'real', VIGIE_CLOCK_OFFSET_MS: '1', VIGIE_KEYS: 'keys' }),
	).toThrow(/VIGIE_CLOCK_OFFSET_MS/);
});
