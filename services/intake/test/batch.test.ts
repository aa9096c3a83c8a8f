import { randomUUID } from 'node:crypto';
import { BatchReceipt } from '@vigie/schemas/http';
import { expect, test } from 'vitest';
import { alert, failure, hoursFromNow } from './events.js';
import { CANARY, expectProblem } from './problems.js';
import { useIntake } from './use-intake.js';

const intake = await useIntake();
const send = (body: unknown): Promise<Response> => intake.post(body, intake.apiKey, '/v1/events/batch');

test('of 500 events of which 3 are bad, 497 are written and the sender learns which are not, and why', async () => {
	const events: unknown[] = Array.from({ length: 500 }, () => failure());
	const old = failure({ observedAt: hoursFromNow(-24 * 40) });
	events[7] = old;
	events[250] = failure({ id: CANARY, platform: CANARY });
	events[499] = 17;

	const response = await send({ events });

	const text = await response.text();
	expect(response.status, text).toBe(202);
	expect(text).not.toContain(CANARY);
	const receipt = BatchReceipt.parse(JSON.parse(text));
	expect(receipt.accepted).toBe(497);
	expect(receipt.refused).toEqual([
		{ index: 7, id: old.id, errors: [{ path: 'observedAt', code: 'too_old' }] },
		{ index: 250, id: null, errors: [{ path: 'id', code: 'invalid_format' }] },
		{ index: 499, id: null, errors: [{ path: '', code: 'invalid_type' }] },
	]);
	expect(await intake.onTopic()).toHaveLength(497);
});

test('the same batch again is accepted again, and written once', async () => {
	const events = Array.from({ length: 20 }, () => alert());
	const before = (await intake.onTopic()).length;
	const first = await send({ events });
	const again = await send({ events });

	expect(await again.json()).toEqual(await first.json());
	expect(await intake.onTopic()).toHaveLength(before + 20);
});

test('a batch of bad events only is judged, and writes nothing', async () => {
	const id = randomUUID();

	const response = await send({ events: [alert({ id, platform: CANARY })] });

	expect(await response.json()).toMatchObject({ accepted: 0, refused: [{ index: 0, id }] });
});

test.each([
	['no events', {}, 'events: invalid_type'],
	['an empty list', { events: [] }, 'events: too_small'],
	['501 events', { events: Array.from({ length: 501 }, () => 1) }, 'events: too_big'],
	['a field too many', { events: [1], [CANARY]: 1 }, ': unknown_field'],
	['a list alone', [alert()], ': invalid_type'],
])('a body with %s is no batch', async (_name, body, error) => {
	expect(await expectProblem(await send(body), 422, 'invalid_request')).toEqual([error]);
});
