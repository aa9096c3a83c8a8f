import { randomUUID } from 'node:crypto';
import { createQuerier } from '@vigie/kit/clickhouse';
import { hourOf } from '@vigie/schemas/calendar';
import { BatchReceipt } from '@vigie/schemas/http';
import { cleanUp } from '@vigie/test/cleanup';
import { clickhouseOf } from '@vigie/test/own-stack';
import { useStack } from '@vigie/test/use-stack';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';

const stack = await useStack();

const failed = (change: object = {}) => ({
	id: randomUUID(),
	revision: 0,
	retracted: false,
	kind: 'procedure.failed',
	version: '1-0-0',
	taxonomy: '2026.1',
	observedAt: hourOf(new Date()),
	benefit: 'RSA',
	platform: 'CAF_MON_COMPTE',
	procedureChannel: 'WEB',
	step: 'FORMULAIRE',
	failureKind: 'CAS_NON_PREVU',
	consequence: 'RETARD',
	...change,
});

test('a machine client sends 500 events of which 3 are bad, and learns which and why', {
	timeout: 90_000,
}, async () => {
	const key = await stack.makeApiKey();
	const events: object[] = Array.from({ length: 500 }, () => failed());
	events[7] = failed({ benefit: 'INCONNU_AU_BATAILLON' });
	events[123] = failed({ dossier: '1234567' });
	events[499] = failed({ observedAt: '2020-01-01T10:00:00Z' });

	const response = await fetch(`${stack.url}/v1/events/batch`, {
		method: 'POST',
		headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
		body: JSON.stringify({ events }),
	});
	const text = await response.text();

	expect(response.status).toBe(202);
	const receipt = BatchReceipt.parse(JSON.parse(text));
	expect(receipt.accepted).toBe(497);
	expect(receipt.refused.map(({ index, errors }) => ({ index, errors }))).toEqual([
		{ index: 7, errors: [{ path: 'benefit', code: 'unknown_code' }] },
		{ index: 123, errors: [{ path: '', code: 'unknown_field' }] },
		{ index: 499, errors: [{ path: 'observedAt', code: 'too_old' }] },
	]);
	expect(text, 'no value comes back').not.toMatch(/BATAILLON|1234567|dossier/);
	const client = await clickhouseOf(stack, 'detector');
	cleanUp(() => client.close());
	const count = createQuerier(client)({
		sql: 'SELECT uniqExact(id) AS n FROM private.events',
		params: z.object({}),
		row: z.object({ n: z.coerce.number() }),
	});
	await vi.waitUntil(async () => (await count({}))[0]?.n === 497, { timeout: 15_000, interval: 100 });
});

test('the front door passes nothing of the operator’s: no administration, no health, no metrics', async () => {
	for (const path of ['/admin/structures', '/health/ready', '/metrics']) {
		const response = await fetch(`${stack.url}${path}`);
		expect(response.status, path).toBe(404);
	}
});
