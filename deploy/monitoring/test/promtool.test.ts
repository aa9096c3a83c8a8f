import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cleanUp } from '@vigie/test/cleanup';
import { expect, test } from 'vitest';
import { ensureCommand, promtool } from '../../local/bootstrap/commands.mjs';
import { alerts, alertTests, monitoringFolder, panels } from './monitoring-files.js';

/** Hours of evaluations, on a machine that may be busy. */
const SLOW = { timeout: 120_000 };

const run = promisify(execFile);
const rulesFile = join(monitoringFolder, 'prometheus/rules/vigie.yml');
const testsFile = join(monitoringFolder, 'prometheus/tests/vigie.yml');

/** On a machine where it cannot be had, each of these tests fails with the sentence that says what to install. */
const check = async (...args: string[]): Promise<void> => {
	const command = await ensureCommand(promtool, () => undefined);
	await run(command, args);
};

test('Prometheus reads its configuration and all of the rules', async () => {
	await check('check', 'config', join(monitoringFolder, 'prometheus/prometheus.yml'));
	await check('check', 'rules', rulesFile);
});

test('every alert fires in the histories in which it must, alone, and in no other', SLOW, async () => {
	await check('test', 'rules', testsFile);
});

test.each(alerts)(
	'$alert is tried in a history in which it fires, and in one in which nothing does',
	({ alert }) => {
		expect(alertTests.filter((name) => name.startsWith(`${alert}: `)).length).toBeGreaterThan(0);
		expect(alertTests.filter((name) => name.startsWith(`not ${alert}: `)).length).toBeGreaterThan(0);
	},
);

test('no alert is tested that does not exist, and none has a name twice', () => {
	const names = alerts.map(({ alert }) => alert);
	const tested = alertTests.map((name) => /^(?:not )?(\w+): /.exec(name)?.[1]);

	expect(tested.filter((name) => !names.includes(name ?? ''))).toEqual([]);
	expect(new Set(names).size).toBe(names.length);
});

test('a broken alert does not pass these tests', SLOW, async () => {
	const folder = await mkdtemp(join(tmpdir(), 'vigie-rules-'));
	cleanUp(() => rm(folder, { recursive: true }));
	const rules = await readFile(rulesFile, 'utf8');
	const tests = await readFile(testsFile, 'utf8');
	await writeFile(join(folder, 'rules.yml'), rules.replace('silence_alarm == 1', 'silence_alarm == 2'));
	await writeFile(join(folder, 'tests.yml'), tests.replace('../rules/vigie.yml', 'rules.yml'));

	await expect(check('test', 'rules', join(folder, 'tests.yml'))).rejects.toThrow();
});

test('Prometheus understands every question of the dashboard', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'vigie-panels-'));
	cleanUp(() => rm(folder, { recursive: true }));
	const asked = panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));
	// A recording rule each: what a rule may hold, a panel may ask.
	const rules = asked.map((expr, index) => ({
		record: `panel:question:${index}`,
		expr: expr.replaceAll('$__rate_interval', '5m'),
	}));
	const file = join(folder, 'panels.yml');
	// JSON is YAML.
	await writeFile(file, JSON.stringify({ groups: [{ name: 'panels', rules }] }));

	await check('check', 'rules', file);

	expect(asked.length).toBeGreaterThan(20);
});
