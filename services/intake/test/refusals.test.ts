import { expect, test } from 'vitest';
import { alert, failure } from './events.js';
import { CANARY } from './problems.js';
import { useIntake } from './use-intake.js';

const intake = await useIntake();

const refusals = async (): Promise<Map<string, number>> => {
	const text = await (await fetch(`${intake.url}/metrics`)).text();
	const lines = [...text.matchAll(/^ingest_refusals_total\{(.*)\} (\d+)$/gm)];
	return new Map(
		lines.map(([, labels = '', count]) => {
			const label = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(labels)?.[1];
			return [`${label('field')}: ${label('code')}`, Number(count)];
		}),
	);
};

test('what is refused is counted by field and reason, and nothing else of it is kept', async () => {
	await intake.post(alert({ platform: CANARY }));
	await intake.post(alert({ platform: CANARY, step: CANARY }));
	await intake.post(failure({ factors: ['PEUR', CANARY] }));
	await intake.post(alert({ [CANARY]: CANARY }));

	const counted = await refusals();
	expect(counted.get('platform: unknown_code')).toBe(2);
	expect(counted.get('step: unknown_code')).toBe(1);
	expect(counted.get('factors: unknown_code')).toBe(1);
	expect(counted.get('body: unknown_field')).toBe(1);
	expect(await (await fetch(`${intake.url}/metrics`)).text()).not.toContain(CANARY);
	expect(await intake.onTopic()).toEqual([]);
});

test('a request that is refused before any field is looked at is counted as such, once', async () => {
	await intake.post('{');
	await intake.post(alert(), 'Bearer nobody');
	await fetch(`${intake.url}/v1/events`, { method: 'POST' });
	await intake.post({ events: [alert()] }, intake.device, '/v1/events/batch');

	expect(Object.fromEntries(await refusals())).toMatchObject({
		'request: malformed_json': 1,
		'request: invalid_credentials': 1,
		'request: missing_credentials': 1,
		'request: missing_scope': 1,
	});
	expect([...(await refusals()).keys()]).not.toContain('request: invalid_request');
});
