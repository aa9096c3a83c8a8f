import { z } from 'zod';
import { Code, envelope } from './envelope.js';

/**
 * RepairConfirmed answers "est-ce réparé ?" about a failure that a body says it has mended: the failure by its codes, as the report tells it.
 * `observedAt` is the hour at which the contributor saw it work, or fail.
 */
export const RepairConfirmed = z.strictObject({
	...envelope,
	kind: z.literal('repair.confirmed'),
	version: z.literal('1-0-0'),
	platform: Code,
	step: Code.optional(),
	failureKind: Code.optional(),
	/** Mended, still failing, or not met again: facts about this question, not codes of the taxonomy. */
	mended: z.enum(['OUI', 'NON', 'PAS_REVU']),
});
