import { z } from 'zod';
import { Slot } from './admitted-event.js';
import { Code, EventId } from './events/envelope.js';
import { FieldError } from './problem.js';

/** BATCH_LIMIT is the most events one batch may carry. */
export const BATCH_LIMIT = 500;

/** Receipt answers one accepted event: it is on disk in Kafka, acknowledged by every in-sync replica. */
export const Receipt = z.strictObject({ id: EventId, revision: z.int(), receivedSlot: Slot });
export type Receipt = z.infer<typeof Receipt>;

/** Batch is the body of `POST /v1/events/batch`; each event is judged alone. */
export const Batch = z.strictObject({ events: z.array(z.unknown()).min(1).max(BATCH_LIMIT) });

/** BatchReceipt says how many were accepted and, for each refused one, where and why. */
export const BatchReceipt = z.strictObject({
	accepted: z.int(),
	receivedSlot: Slot,
	refused: z.array(z.strictObject({ index: z.int(), id: EventId.nullable(), errors: z.array(FieldError) })),
});
export type BatchReceipt = z.infer<typeof BatchReceipt>;

/** CHARTER_VERSION is the version of the six sentences a device's user accepts. */
export const CHARTER_VERSION = '2026-1';

/** EnrolmentQuestion asks what a link opens, before anything is accepted (`POST /v1/enrolment`). */
export const EnrolmentQuestion = z.strictObject({ link: z.string().max(200) });
/** EnrolmentOffer names the structure of a link and its département. */
export const EnrolmentOffer = z.strictObject({
	structure: z.string(),
	departement: z.string(),
	structureFamily: Code,
});
/** Enrolment accepts the charter and makes a device (`POST /v1/devices`). */
export const Enrolment = z.strictObject({
	link: z.string().max(200),
	roleFamily: Code,
	departement: z.string().regex(/^(\d{2,3}|2A|2B)$/),
	charter: z.literal(CHARTER_VERSION),
});
/** Device is the answer: the token that the browser keeps. */
export const Device = z.strictObject({
	token: z.string(),
	structure: z.string(),
	roleFamily: Code,
	departement: z.string(),
});

/** WorldState tells every page where it stands (`GET /v1/world`). */
export const WorldState = z.strictObject({
	world: z.enum(['demo', 'real']),
	now: z.iso.datetime(),
	week: z.string(),
	lastRelease: z.string().nullable(),
	/** When the next week is due to be published; for an empty real world, the first one. */
	nextPublication: z.iso.datetime(),
	/** Weeks of demonstration history still being loaded; null when nothing is loading. */
	loading: z.strictObject({ done: z.int(), total: z.int() }).nullable(),
});
export type WorldState = z.infer<typeof WorldState>;

/**
 * GateResult is what the release gate found on a candidate: cells under the floors (P8), shown to a tier and not to the one above (P9), told by
 * the difference of two releases (A5), made visible by padding (A7). All are 0: a candidate with another figure is not published.
 */
export const GateResult = z.strictObject({ P8: z.int(), P9: z.int(), A5: z.int(), A7: z.int() });
export type GateResult = z.infer<typeof GateResult>;

/** Manifest describes one immutable release. */
export const Manifest = z.strictObject({
	release: z.string(),
	level: z.enum(['week', 'month', 'quarter']),
	world: z.enum(['demo', 'real']),
	start: z.iso.datetime(),
	end: z.iso.datetime(),
	hash: z.string(),
	taxonomy: z.string(),
	lattice: z.string(),
	/** The mechanism, public: only keys are secret. */
	mechanism: z.strictObject({
		D: z.int(),
		V: z.number(),
		js: z.int(),
		/** Smallest published value for all, and for those who signed the terms of use. */
		k: z.int(),
		kSigned: z.int(),
		structures: z.int(),
		outsideTop: z.int(),
		/** Fewest events that the hidden parts of a shown cell have together, when they have any. */
		residual: z.int(),
		/** Name of the pair of keys: two releases of one base give the same cell the same value. */
		base: z.string(),
	}),
	tables: z.array(z.string()),
	/** Absent from the releases made before there was a gate. */
	gate: GateResult.optional(),
});
export type Manifest = z.infer<typeof Manifest>;

export const ReleaseList = z.strictObject({ releases: z.array(Manifest) });

/** ReleaseFormat is what a table of a release can be had as. */
export const ReleaseFormat = z.enum(['json', 'csv', 'parquet']);
export type ReleaseFormat = z.infer<typeof ReleaseFormat>;

/** ReleaseDetail is a manifest with the files that were built at the closing: what they weigh and the SHA-256 of their bytes. */
export const ReleaseDetail = Manifest.extend({
	files: z.array(
		z.strictObject({
			table: z.string(),
			format: ReleaseFormat,
			bytes: z.int(),
			sha256: z.string().regex(/^[0-9a-f]{64}$/),
		}),
	),
});

const InTwoLanguages = z.strictObject({ fr: z.array(z.string()), en: z.array(z.string()) });

/** ReleaseDictionary says what the files of a release mean (`GET /v1/releases/{release}/dictionary.json`). */
export const ReleaseDictionary = z.strictObject({
	release: z.string(),
	hash: z.string(),
	world: z.enum(['demo', 'real']),
	taxonomy: z.string(),
	lattice: z.string(),
	licence: z.literal('etalab-2.0'),
	mechanism: Manifest.shape.mechanism,
	columns: z.array(z.strictObject({ name: z.string(), type: z.string(), fr: z.string(), en: z.string() })),
	rules: InTwoLanguages,
	/** How far a sum of m shown cells may be from the truth, 19 times in 20. */
	summing: z.strictObject({
		halfWidth: z.string(),
		example: z.strictObject({ cells: z.int(), halfWidth: z.number() }),
		fr: z.string(),
		en: z.string(),
	}),
	tables: z.array(z.strictObject({ table: z.string(), family: z.string(), dimensions: z.array(z.string()) })),
});

/** Cell flags: shown with a value, protected without one, impossible by the taxonomy. */
export const CellFlag = z.enum(['shown', 'protected', 'impossible']);

/** ReleaseTable is one node of one release: every coordinate present, hidden ones flagged, of constant shape. */
export const ReleaseTable = z.strictObject({
	release: z.string(),
	hash: z.string(),
	table: z.string(),
	world: z.enum(['demo', 'real']),
	dimensions: z.array(z.string()),
	rows: z.array(z.strictObject({ coordinates: z.array(z.string()), y: z.int().nullable(), flag: CellFlag })),
});
export type ReleaseTable = z.infer<typeof ReleaseTable>;

/**
 * SeriesTable is one node over many releases of one level (`GET /v1/series/{level}/{table}.json?from&to&<dimension>=CODE`):
 * `values[i][j]` is release i, coordinate j: a number, null when protected. Impossible coordinates are listed apart.
 */
export const SeriesTable = z.strictObject({
	level: z.enum(['week', 'month', 'quarter']),
	table: z.string(),
	world: z.enum(['demo', 'real']),
	dimensions: z.array(z.string()),
	releases: z.array(z.string()),
	/** Hash of the last release: the series changes only when another is published. */
	hash: z.string(),
	coordinates: z.array(z.array(z.string())),
	values: z.array(z.array(z.int().nullable())),
	impossible: z.array(z.array(z.string())),
});
export type SeriesTable = z.infer<typeof SeriesTable>;
