import { runChaos } from '@vigie/test/chaos/run-chaos';
import { createHistory } from '@vigie/test/history/history';
import { expect, test } from 'vitest';
import { expectAllStoredOnce, useFragileStack } from './use-fragile-stack.js';

const stack = await useFragileStack();

// The long run is a command (npm run chaos); results of it are beside this file.
test('G1: through ten faults drawn from a seed, every acknowledged revision is stored once', {
	timeout: 400_000,
}, async () => {
	const history = createHistory();

	const inflicted = await runChaos(stack, history, {
		events: 3_000,
		faults: 10,
		seed: 'short',
		onFault: () => undefined,
		log: () => undefined,
	});

	expect(inflicted.filter(({ failure }) => failure !== null)).toEqual([]);
	expect(inflicted).toHaveLength(10);
	expect((await expectAllStoredOnce(stack, history)).acknowledged).toBeGreaterThanOrEqual(3_000);
});
