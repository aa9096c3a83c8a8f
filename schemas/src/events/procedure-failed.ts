import { z } from 'zod';
import { Code, envelope } from './envelope.js';

/** ProcedureFailed tells that a person did not get through a procedure: what, where, at which step, how. */
export const ProcedureFailed = z.strictObject({
	...envelope,
	kind: z.literal('procedure.failed'),
	version: z.literal('1-0-0'),
	benefit: Code,
	platform: Code,
	procedureChannel: Code,
	step: Code,
	failureKind: Code,
	consequence: Code,
	outcome: Code.optional(),
	personsConcerned: Code.optional(),
	alternative: Code.optional(),
	timeSpent: Code.optional(),
	factors: z.array(Code).max(12).optional(),
});
