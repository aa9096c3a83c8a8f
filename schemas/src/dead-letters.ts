import { z } from 'zod';
import { DeadReason } from './dead-letter.js';
import { FieldError } from './problem.js';

/** LetterReason is why a letter is dead; `unknown` when its headers do not say. */
const LetterReason = z.union([DeadReason, z.literal('unknown')]);

/** LETTERS_SHOWN is the most letters one answer holds. */
export const LETTERS_SHOWN = 50;

const Tally = z.array(z.strictObject({ name: z.string(), count: z.int() }));

/** DeadLetters is the answer of `GET /v1/admin/dead-letters`: what waits, by reason, and the first of them; never what one holds. */
export const DeadLetters = z.strictObject({
	/** How many wait, by reason. */
	waiting: Tally,
	/** How many were settled, by what was done. */
	settled: Tally,
	letters: z.array(
		z.strictObject({
			/** Where it was first read: `events.v1/0/1234`. */
			origin: z.string(),
			reason: LetterReason,
			/** Kind and version as claimed; empty when unreadable. */
			schema: z.string(),
			/** The quarter of an hour; empty when its headers do not say. */
			firstSeenAt: z.string(),
			bytes: z.int(),
			/** Whether this version can read it: it would be put back. */
			readable: z.boolean(),
			/** Where and how it is wrong today, by path and code. */
			errors: z.array(FieldError),
		}),
	),
});
export type DeadLetters = z.infer<typeof DeadLetters>;

/** LetterQuery is its query. */
export const LetterQuery = z.strictObject({ reason: LetterReason.optional() });

/** LetterChoice says which letters an order means; an order that names none means all that wait. */
const choice = {
	origins: z
		.array(z.string().regex(/^[\w.-]{1,200}\/\d{1,9}\/\d{1,19}$/))
		.max(LETTERS_SHOWN)
		.default([]),
	reasons: z.array(LetterReason).default([]),
	/** Says what would be done, and does nothing. */
	dryRun: z.boolean().default(true),
} as const;

/** ReplayOrder is the body of `POST /v1/admin/dead-letters/replay`; what this version cannot read stays. */
export const ReplayOrder = z.strictObject(choice);
export type ReplayOrder = z.infer<typeof ReplayOrder>;

/** DropOrder is the body of `POST /v1/admin/dead-letters/drop`: it must name letters or reasons. */
export const DropOrder = z
	.strictObject(choice)
	.refine(({ origins, reasons }) => origins.length + reasons.length > 0, { path: ['reasons'] });
export type DropOrder = z.infer<typeof DropOrder>;

/** ReplayDone is the answer of a replay: put back as they were, received again for their week is closed, and left, by reason. */
export const ReplayDone = z.strictObject({
	dryRun: z.boolean(),
	unchanged: z.int(),
	again: z.int(),
	left: Tally,
});
export type ReplayDone = z.infer<typeof ReplayDone>;

/** DropDone is the answer of a drop: how many were given up, by reason. */
export const DropDone = z.strictObject({ dryRun: z.boolean(), dropped: Tally });
export type DropDone = z.infer<typeof DropDone>;
