import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { useIntake } from './use-intake.js';

test('a deployment takes no comment unless it says so', async () => {
	const intake = await useIntake();

	const sent = await intake.post({ event: randomUUID(), text: 'rien' }, intake.device, '/v1/comments');

	expect(sent.status).toBe(404);
	expect(await (await fetch(`${intake.url}/v1/comments`)).json()).toEqual({ comments: 'off' });
	expect(await intake.onComments()).toEqual([]);
});
