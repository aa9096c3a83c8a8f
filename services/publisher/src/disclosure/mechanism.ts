import type { Rule } from './display.js';
import type { Noise } from './p-table.js';

/** mechanism is how every release is made, printed in its manifest: only the keys are secret. */
export const mechanism = { D: 5, V: 4, js: 2, k: 16, structures: 3, outsideTop: 5 } as const satisfies Noise &
	Rule;
