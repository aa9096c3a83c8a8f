import { z } from 'zod';
import { Code, envelope } from './envelope.js';

/** NonTakeUpSignalled tells that a right is not taken up. The inferred type is derived from `situation`, never sent. */
export const NonTakeUpSignalled = z.strictObject({
	...envelope,
	kind: z.literal('nontakeup.signalled'),
	version: z.literal('1-0-0'),
	benefit: Code,
	situation: Code,
	declaredType: Code,
	reason: Code.optional(),
	duration: Code.optional(),
	discovery: Code.optional(),
	personsConcerned: Code.optional(),
});
