import type { topicNames } from '@vigie/schemas/topics';
import { z } from 'zod';

/** TopicKey names a topic as the contracts do. */
export type TopicKey = keyof typeof topicNames;

/**
 * howTopics says what is kept of each topic: all that is on it, or only what the loader has not stored yet (what it has stored is
 * in the store), or nothing. A new topic does not compile until somebody has decided.
 */
export const howTopics = {
	events: 'unread',
	deadLetters: 'whole',
	settledLetters: 'whole',
	registry: 'whole',
	signalsPrivate: 'whole',
	signalsPublished: 'whole',
	// Gone after 30 days: a copy would keep them longer.
	comments: 'none',
	proposals: 'whole',
	reports: 'whole',
	audit: 'whole',
} as const satisfies Record<TopicKey, 'whole' | 'unread' | 'none'>;

/**
 * leftOut are tables that are not kept: the ledger of migrations, which a restore writes itself; the projections of the registry, of reports, of the audit log and of proposals, which
 * the loader makes again (their versions are offsets of a log that a restore makes anew); the scratch of closings.
 */
export const leftOut: readonly string[] = [
	'vigie_meta.migrations',
	'state.registry',
	'state.report_events',
	'state.reports',
	'state.audit',
	'state.platform_proposals',
	'private.forgotten_events',
	'private.closing_events',
	'private.closing_tokens',
	'private.closing_counts',
	'private.closing_counts_merged',
	'private.closing_slots',
	'private.closing_slots_merged',
];

/** projections are the groups whose work a restore has done again from the beginning. */
export const projections: readonly string[] = [
	'loader-registry',
	'loader-reports',
	'loader-audit',
	'loader-proposals',
];

/** notKept are keys of Redis that only make things faster for a moment: counts of a minute or of a day, a day's memory of repeated events. */
export const notKept: readonly string[] = ['intake:rate:', 'intake:seen:'];

const Digits = z.string().regex(/^\d+$/);

const FileEntry = z.strictObject({
	/** Path inside the backup. */
	path: z.string().regex(/^[\w.,-]+(\/[\w.,-]+)*$/),
	sha256: z.string().regex(/^[0-9a-f]{64}$/),
	bytes: z.int(),
	/** Rows, messages or keys. */
	count: z.int(),
});
export type FileEntry = z.infer<typeof FileEntry>;

/** Position is how far a group had come in a partition: its next offset, and how many kept messages lie before it. */
const Position = z.strictObject({
	group: z.string(),
	topic: z.string(),
	partition: z.int(),
	offset: Digits,
	keptBefore: z.int(),
});
export type Position = z.infer<typeof Position>;

/** Manifest is `backup.json`, written last: a folder that has none is no backup. Names of topics and groups are without prefix. */
export const Manifest = z.strictObject({
	format: z.literal(1),
	createdAt: z.iso.datetime(),
	world: z.enum(['demo', 'real']),
	/** The cluster whose log it was taken beside: on another one, offsets mean nothing. */
	cluster: z.string(),
	migrations: z.array(z.strictObject({ name: z.string(), sha256: z.string() })),
	tables: z.array(
		FileEntry.extend({ table: z.string(), partition: z.string(), columns: z.array(z.string()).min(1) }),
	),
	topics: z.array(FileEntry.extend({ topic: z.string(), partition: z.int(), end: Digits })),
	redis: FileEntry,
	positions: z.array(Position),
});
export type Manifest = z.infer<typeof Manifest>;
