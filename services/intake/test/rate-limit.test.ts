import { expect, test } from 'vitest';
import { alert } from './events.js';
import { claimsOf } from './keys.js';
import { expectProblem } from './problems.js';
import { useIntake } from './use-intake.js';

test('a credential that sends too much is told to wait, and no other one suffers for it', async () => {
	const limit = 5;
	const intake = await useIntake({ limits: { device: limit, key: 1_000 } });
	// A minute may end on the way: twice the limit and one is too much in any of two minutes.
	const statuses: number[] = [];
	for (let sent = 0; sent < 2 * limit + 1; sent += 1) statuses.push((await intake.post(alert())).status);
	expect(statuses).toContain(429);

	let refused = await intake.post(alert());
	for (let sent = 0; sent < limit && refused.status !== 429; sent += 1) refused = await intake.post(alert());

	expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
	expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
	await expectProblem(refused, 429, 'too_many_requests');
	const colleague = `Bearer ${await intake.keys.sign(claimsOf())}`;
	expect((await intake.post(alert(), colleague)).status).toBe(202);
	expect((await intake.post(alert(), intake.apiKey)).status).toBe(202);
});
