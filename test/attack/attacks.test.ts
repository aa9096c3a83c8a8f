import { runAttacks } from '@vigie/test/attack/run-attacks';
import { expect, it, vi } from 'vitest';
import { smallWorld } from './world.js';

vi.setConfig({ testTimeout: 240_000 });

const results = await runAttacks(smallWorld, {
	intervals: { columns: 12, joined: false },
	persons: 300,
	sideChannels: 5,
});

for (const [id, result] of Object.entries(results))
	it(`${id} gains no more than its bound on what a month of the demonstration publishes`, () => {
		expect(result, JSON.stringify(result)).toMatchObject({ ok: true });
		expect(result.trials).toBeGreaterThan(0);
	});

it('the same seed gives the same scores', async () => {
	const { collusion } = await import('@vigie/test/attack/a8-collusion');
	const { publishAll } = await import('@vigie/test/attack/bench-world');

	expect(collusion(publishAll(smallWorld))).toEqual(results.A8);
});
