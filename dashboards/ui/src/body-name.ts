import { type BodyEntry, bodies } from '@vigie/schemas/taxonomy/lists/bodies';
import { labelIn } from './label.js';

const bodyName = labelIn(bodies);

/** bodyShort is the name by which a body is called: CNAF, DGFiP; its whole name when it has no other. */
export const bodyShort = (code: string): string => {
	const body: BodyEntry | undefined = bodies.find((entry) => entry.code === code);
	return body?.short ?? bodyName(code);
};
