import type { startStack } from '@vigie/local/stack';

type Steps = Parameters<typeof startStack>[1];

/** silentSteps runs steps and prints nothing. */
export const silentSteps: Steps = {
	note: () => undefined,
	step: (_label, action) => action(() => undefined),
	close: () => undefined,
};
