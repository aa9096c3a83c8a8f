import { isWeek } from '@vigie/schemas/calendar';
import { z } from 'zod';

/** RELEASES_QUEUE is the queue of what the publisher does; one job at a time. */
export const RELEASES_QUEUE = 'releases';

/** queuePrefix is the namespace of the queue in Redis, under the prefix that isolates a test. */
export const queuePrefix = (prefix: string): string => `${prefix}vigie`;

/** TICK is the job that asks the clock, each minute, what is due; CLOSE_WEEK closes one week. */
export const TICK = 'tick';
export const CLOSE_WEEK = 'close-week';

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
		outcome: z.enum(['released', 'collected']),
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
