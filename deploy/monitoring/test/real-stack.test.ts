import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { services } from '@vigie/local/services';
import { hourOf } from '@vigie/schemas/calendar';
import { cleanUp } from '@vigie/test/cleanup';
import { startOwnStack } from '@vigie/test/own-stack';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { alerts, panels, targets } from './monitoring-files.js';
import { metricsAsked } from './promql-names.js';

const stack = await startOwnStack();
let stopped: Promise<boolean> | null = null;
const stop = (): Promise<boolean> => {
	stopped ??= stack.stop();
	return stopped;
};
cleanUp(async () => {
	await stop();
	await stack.close();
});

/** Prometheus's own, which no service exposes. */
const itsOwn = ['up', 'ALERTS'];
const Port = z.string().regex(/^\d+$/);

const scrape = async (service: (typeof services)[number]): Promise<string> => {
	const port = Port.parse(stack.env[service.healthVariable ?? service.portVariable]);
	return (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
};

/** exposed gives the names that a service exposes, the three of a histogram too, with the labels seen on each. */
const exposedIn = (text: string): Map<string, Set<string>> => {
	const names = new Map<string, Set<string>>();
	for (const [, name = '', type] of text.matchAll(/^# TYPE (\S+) (\S+)$/gm)) {
		const parts = type === 'histogram' ? ['_bucket', '_sum', '_count'] : [''];
		for (const part of parts) names.set(`${name}${part}`, new Set());
	}
	for (const [, name = '', labels = ''] of text.matchAll(/^([a-z_]\w*)\{(.*)\} \S+$/gm))
		for (const [, label = ''] of labels.matchAll(/(\w+)="/g)) names.get(name)?.add(label);
	return names;
};

const declare = async (): Promise<void> => {
	const response = await fetch(`${stack.url}/v1/events`, {
		method: 'POST',
		headers: { authorization: `Bearer ${await stack.enrolDevice()}`, 'content-type': 'application/json' },
		body: JSON.stringify({
			id: randomUUID(),
			revision: 0,
			retracted: false,
			kind: 'dysfunction.alerted',
			version: '1-0-0',
			taxonomy: '2026.1',
			observedAt: hourOf(new Date()),
			platform: 'CAF_MON_COMPTE',
		}),
	});
	expect(response.status).toBe(202);
};

test('every metric that an alert or a panel asks for is exposed by a service, with those labels', {
	timeout: 90_000,
}, async () => {
	await declare();
	// An event that was stored makes the series that have labels.
	const stored = /^consumer_last_commit_age_seconds\{.*events/m;
	await vi.waitUntil(
		async () => (await Promise.all(services.map(scrape))).some((text) => stored.test(text)),
		{
			timeout: 30_000,
			interval: 200,
		},
	);

	const exposed = exposedIn((await Promise.all(services.map(scrape))).join('\n'));

	const questions = [
		...alerts.map(({ alert, expr }) => ({ where: alert, expr })),
		...panels.flatMap(({ title, targets: asked }) => asked.map(({ expr }) => ({ where: title, expr }))),
	];
	const unknown = questions.flatMap(({ where, expr }) =>
		metricsAsked(expr)
			.filter(({ name }) => !itsOwn.includes(name) && !exposed.has(name))
			.map(({ name }) => `${where}: ${name}`),
	);
	const unlabelled = questions.flatMap(({ where, expr }) =>
		metricsAsked(expr).flatMap(({ name, labels }) => {
			const seen = exposed.get(name) ?? new Set();
			// `job` is added by Prometheus; a series that nothing has made yet shows no label.
			const missing = Object.keys(labels).filter((label) => label !== 'job' && !seen.has(label));
			return seen.size > 0 ? missing.map((label) => `${where}: ${name}{${label}}`) : [];
		}),
	);
	expect(unknown).toEqual([]);
	expect(unlabelled).toEqual([]);
});

test('Prometheus scrapes each service, where its health is', () => {
	const defaults: Readonly<Record<string, number>> = {
		VIGIE_INTAKE_PORT: 8081,
		VIGIE_LOADER_PORT: 8082,
		VIGIE_DETECTOR_PORT: 8083,
		VIGIE_PUBLISHER_PORT: 8084,
		VIGIE_REPORTER_PORT: 8085,
		VIGIE_API_PORT: 8086,
		VIGIE_GATEWAY_HEALTH_PORT: 8087,
	};
	const expected = services.map(({ name, portVariable, healthVariable }) => ({
		service: name,
		address: `${name}:${defaults[healthVariable ?? portVariable]}`,
	}));

	expect(targets.toSorted((a, b) => a.service.localeCompare(b.service))).toEqual(
		expected.toSorted((a, b) => a.service.localeCompare(b.service)),
	);
});

const Line = z.object({ msg: z.string(), step: z.string().optional(), ms: z.number().optional() });

test('every service closes in order, readiness first, each step named and timed, and none is forced', {
	timeout: 90_000,
}, async () => {
	expect(await stop(), 'all ended by themselves with code 0').toBe(true);

	for (const { name } of services) {
		const folder = z.string().parse(stack.env.VIGIE_DATA);
		const log = (await readFile(join(folder, 'logs', `${name}.log`), 'utf8')).trim().split('\n');
		const lines = log.map((line) => Line.parse(JSON.parse(line)));
		const steps = lines.filter(({ msg }) => msg === 'closed');
		expect(steps[0]?.step, log.join('\n')).toBe('readiness');
		expect(steps.length, name).toBeGreaterThan(2);
		for (const { ms } of steps) expect(ms, name).toBeGreaterThanOrEqual(0);
		expect(
			lines.filter(({ msg }) => /forced|could not close/.test(msg)),
			name,
		).toEqual([]);
	}
});
