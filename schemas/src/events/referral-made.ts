import { z } from 'zod';
import { Code, envelope } from './envelope.js';

/**
 * ReferralMade tells that somebody was sent on. Whether it closes a loop is computed in the worker's browser from the
 * paper slip; the slip's memory itself is never sent.
 */
export const ReferralMade = z.strictObject({
	...envelope,
	kind: z.literal('referral.made'),
	version: z.literal('1-0-0'),
	from: Code,
	to: Code,
	need: Code,
	reason: Code,
	outcome: Code.optional(),
	response: Code.optional(),
	benefit: Code.optional(),
	/** INCONNU, here and below, when there was no slip to read: a fact about the circuit, not a code of the taxonomy. */
	loop: z.enum(['OUI', 'NON', 'INCONNU']),
	/** The taxonomy's hopBuckets, or INCONNU. */
	hopBucket: z.enum(['UN', 'DEUX', 'TROIS_ET_PLUS', 'INCONNU']),
});
