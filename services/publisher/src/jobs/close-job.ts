import { isWeek } from '@vigie/schemas/calendar';
import { levelOfPeriod } from '@vigie/schemas/lattice';
import { z } from 'zod';
import type { Rebuilt } from '../release/rebuild.js';

/** RELEASES_QUEUE is the queue of what the publisher does; one job at a time. */
export const RELEASES_QUEUE = 'releases';

/** queuePrefix is the namespace of the queue in Redis, under the prefix that isolates a test. */
export const queuePrefix = (prefix: string): string => `${prefix}vigie`;

/** TICK is the job that asks the clock, each minute, what is due; CLOSE_WEEK closes one week; REBUILD computes a release again. */
export const TICK = 'tick';
export const CLOSE_WEEK = 'close-week';
export const REBUILD = 'rebuild';

/** RebuildJob asks for a release to be computed again from its frozen facts. */
export const RebuildJob = z.strictObject({
	release: z.string().refine((text) => levelOfPeriod(text) !== null, 'not a release (YYYY-Www, -Mmm or -Qq)'),
});
export type RebuildJob = z.infer<typeof RebuildJob>;

/** RebuildResult tells what became of it. */
export const RebuildResult = z.discriminatedUnion('outcome', [
	z.strictObject({ outcome: z.enum(['same', 'restored']), release: z.string(), hash: z.string() }),
	z.strictObject({
		outcome: z.literal('differs'),
		release: z.string(),
		hash: z.string(),
		published: z.string(),
	}),
	z.strictObject({
		outcome: z.enum(['not-closed', 'other-edition', 'other-base']),
		release: z.string(),
	}),
]) satisfies z.ZodType<Rebuilt>;

/** CloseJob asks for the closing of a week. */
export const CloseJob = z.strictObject({
	week: z.string().refine(isWeek, 'not an ISO week (YYYY-Www)'),
	/** Offsets, by partition, that the loader must have committed; only the demonstration's historic import gives them. */
	watermark: z.record(z.string().regex(/^\d+$/), z.string().regex(/^\d+$/)).optional(),
});
export type CloseJob = z.infer<typeof CloseJob>;

/** CloseResult tells what became of a closing; nothing in it is more than the manifests say. */
export const CloseResult = z.discriminatedUnion('outcome', [
	z.strictObject({
		outcome: z.literal('released'),
		week: z.string(),
		releases: z.array(z.strictObject({ release: z.string(), hash: z.string(), again: z.boolean() })),
	}),
	/** The week is open: it can be closed from this instant on. */
	z.strictObject({ outcome: z.literal('not-due'), week: z.string(), dueAt: z.iso.datetime() }),
	/** The loader has not stored all of the week yet. */
	z.strictObject({
		outcome: z.literal('waiting'),
		week: z.string(),
		partition: z.int(),
		committed: z.string(),
		wanted: z.string(),
	}),
]);
export type CloseResult = z.infer<typeof CloseResult>;
