import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { alert, failure } from './events.js';
import { CANARY, expectProblem } from './problems.js';
import { useIntake } from './use-intake.js';

const intake = await useIntake();

const countOnTopic = async (id: string): Promise<number> =>
	(await intake.onTopic()).filter(({ key }) => String(key) === id).length;

test('an event that is sent again is answered the same, and written once', async () => {
	const event = failure();
	const first = await intake.post(event);
	const again = await intake.post(event);

	expect(again.status).toBe(202);
	expect(await again.text()).toBe(await first.text());
	expect(await countOnTopic(event.id)).toBe(1);
});

test('the layout of a body and the order of its fields make no other body', async () => {
	const event = failure();
	await intake.post(event);
	const turned = Object.fromEntries(Object.entries(event).reverse());

	const again = await intake.post(JSON.stringify(turned, null, 4));

	expect(again.status).toBe(202);
	expect(await countOnTopic(event.id)).toBe(1);
});

test('another body under the same id and revision is a conflict, which repeats nothing', async () => {
	const event = failure();
	await intake.post(event);

	const other = await intake.post({ ...event, consequence: 'DETTE' });

	await expectProblem(other, 409, 'conflict');
	expect(await countOnTopic(event.id)).toBe(1);
});

test('a higher revision is another event to write, and so is its retraction', async () => {
	const event = alert();
	for (const change of [{}, { revision: 1, step: 'CONNEXION' }, { revision: 2, retracted: true }])
		expect((await intake.post({ ...event, ...change })).status).toBe(202);

	expect(await countOnTopic(event.id)).toBe(3);
});

test('two bodies of one revision in one batch: the first is accepted, the other a conflict', async () => {
	const id = randomUUID();
	const events = [failure({ id }), failure({ id, consequence: 'DETTE' })];

	const response = await intake.post({ events }, intake.apiKey, '/v1/events/batch');

	expect(await response.json()).toMatchObject({
		accepted: 1,
		refused: [{ index: 1, id, errors: [{ path: 'revision', code: 'conflict' }] }],
	});
	expect(await countOnTopic(id)).toBe(1);
});

test('what was refused is not remembered: the same id may come again, mended', async () => {
	const event = alert();
	expect((await intake.post({ ...event, platform: CANARY })).status).toBe(422);

	expect((await intake.post(event)).status).toBe(202);
});
