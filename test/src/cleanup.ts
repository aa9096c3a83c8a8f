import { afterAll, onTestFinished } from 'vitest';

/**
 * cleanUp runs an action when the running test ends or, when called while a file is being collected (`await useX()` at its
 * top), after all of its tests. Not from inside a hook: vitest would forget it.
 */
export const cleanUp = (action: () => Promise<unknown>): void => {
	const done = async (): Promise<void> => {
		await action();
	};
	try {
		onTestFinished(done);
	} catch {
		afterAll(done);
	}
};
