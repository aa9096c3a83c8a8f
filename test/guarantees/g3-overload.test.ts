import { runOverload } from '@vigie/test/soak/overload';
import { expect, test } from 'vitest';
import { expectAllStoredOnce, useFragileStack } from './use-fragile-stack.js';

const stack = await useFragileStack();

// Ten minutes of it are a command: npm run soak.
test('G3: offered three times what it can take, intake answers 503 with Retry-After, keeps its memory, and recovers by itself', {
	timeout: 240_000,
}, async () => {
	const { history, answers, ...overload } = await runOverload(stack, 16);

	expect(Object.keys(answers).filter((status) => !['202', '429', '503'].includes(status))).toEqual([]);
	expect(answers[202], 'it goes on taking what it can').toBeGreaterThan(0);
	const said = JSON.stringify({ answers, ...overload });
	expect((answers[503] ?? 0) + (answers[429] ?? 0), said).toBeGreaterThan(0);
	expect(overload.withoutRetryAfter).toBe(0);
	const { first, second } = overload.memory.intake;
	// Ten thousand events may wait, and no more: some ten megabytes.
	expect(second, `megabytes, ${first} in the first half`).toBeLessThan(first * 1.3 + 60);
	expect(overload.recoveredMs).toBeLessThan(60_000);
	await expectAllStoredOnce(stack, history);
});
