import { z } from 'zod';
import { Slot } from './admitted-event.js';

/** DeadReason says why a message cannot be stored: the `reason` header of a dead letter, and a metric's label. */
export const DeadReason = z.enum([
	'empty',
	'not_utf8',
	'malformed_json',
	'repeated_name',
	'invalid_event',
	'invalid_admission',
	// Two that an upgrade mends: a kind, a version or a taxonomy of a later Vigie.
	'unknown_version',
	'unknown_taxonomy',
	'retired_version',
	'unknown_code',
	'out_of_range',
	'unmappable_event',
	'refused_by_store',
]);
export type DeadReason = z.infer<typeof DeadReason>;

/** Settlement is what an operator did with a dead letter: the value of a message on `events.dead.settled`, whose key is the letter's name. */
export const Settlement = z.strictObject({
	/** Where the letter was first read, and the first half of the SHA-256 of its bytes: `events.v1/0/1234#9f86d081884c7d65`. */
	letter: z.string(),
	action: z.enum(['replayed', 'dropped']),
	at: Slot,
});
export type Settlement = z.infer<typeof Settlement>;
