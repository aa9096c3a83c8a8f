import { expect, test } from 'vitest';
import { alert } from './events.js';
import { useIntake } from './use-intake.js';

test('a shutdown loses nothing that was answered 202, and ends without an error', async () => {
	// Posts are in every state when the shutdown begins: answered, being gathered, on the way, not yet connected.
	const intake = await useIntake();
	const events = Array.from({ length: 100 }, () => alert());
	await expect.poll(async () => (await intake.post(alert())).status).toBe(202);

	const posts = events.map((event) => intake.post(event));
	await Promise.race(posts);
	const clean = await intake.stop();

	const answers = await Promise.allSettled(posts);
	const acknowledged = events.filter((_event, index) => {
		const answer = answers[index];
		return answer?.status === 'fulfilled' && answer.value.status === 202;
	});
	const written = new Set((await intake.onTopic()).map(({ key }) => String(key)));
	expect(clean).toBe(true);
	expect(acknowledged.length).toBeGreaterThan(0);
	expect(acknowledged.filter(({ id }) => !written.has(id))).toEqual([]);
});
