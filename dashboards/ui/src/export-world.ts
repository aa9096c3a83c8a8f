import { getContext, setContext } from 'svelte';

type World = 'demo' | 'real' | null;
const KEY = Symbol('world of what figures export');

/** tellExports says to every figure below which world its numbers are of: an export that leaves the page must say it too. */
export const tellExports = (world: () => World): void => {
	setContext(KEY, world);
};

/** exportWorld gives it back: null as long as it is not known, and then nothing is exported. */
export const exportWorld = (): (() => World) => getContext<(() => World) | undefined>(KEY) ?? (() => null);
