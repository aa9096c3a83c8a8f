import { z } from 'zod';
import { Code, envelope } from './envelope.js';

/** DysfunctionAlerted is the one-click alert: a platform, and whatever the worker cared to add. */
export const DysfunctionAlerted = z.strictObject({
	...envelope,
	kind: z.literal('dysfunction.alerted'),
	version: z.literal('1-0-0'),
	platform: Code,
	step: Code.optional(),
	failureKind: Code.optional(),
	benefit: Code.optional(),
	consequence: Code.optional(),
	personsConcerned: Code.optional(),
	alternative: Code.optional(),
	timeSpent: Code.optional(),
	factors: z.array(Code).max(12).optional(),
});
