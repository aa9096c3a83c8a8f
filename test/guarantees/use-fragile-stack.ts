import { type FragileStack, startFragileStack } from '@vigie/test/chaos/fragile-stack';
import { type Settled, settle } from '@vigie/test/chaos/settle';
import { cleanUp } from '@vigie/test/cleanup';
import type { History } from '@vigie/test/history/history';
import { expect } from 'vitest';

/** useFragileStack starts a whole stack of the file's own, closed after its tests. */
export const useFragileStack = async (): Promise<FragileStack> => {
	const stack = await startFragileStack();
	cleanUp(() => stack.close());
	return stack;
};

/** expectAllStoredOnce waits until everything is loaded, and expects each acknowledged revision there, counted once. */
export const expectAllStoredOnce = async (stack: FragileStack, history: History): Promise<Settled> => {
	const settled = await settle(stack, history);

	const { lost, doubled, dead, strangers } = settled;
	const wrong = { lost, doubled, dead, strangers };
	const counts = Object.fromEntries(Object.entries(wrong).map(([what, keys]) => [what, keys.length]));
	expect(counts, 'revisions').toEqual({ lost: 0, doubled: 0, dead: 0, strangers: 0 });
	expect(settled.acknowledged).toBeGreaterThan(0);
	expect(settled.counted, 'what a closing would count').toBe(settled.toCount);
	return settled;
};
