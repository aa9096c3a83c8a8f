import { z } from 'zod';
import { Slot } from './admitted-event.js';
import { Code } from './events/envelope.js';
import { EffectHour, ReportId } from './reports/report-id.js';

/** SIGNAL_VERSION is the version of both contracts of this file; a field more is another one. */
export const SIGNAL_VERSION = '1-1-0';
/** Versions that a topic may hold: the first knew no `repair`. */
const versions = ['1-0-0', SIGNAL_VERSION] as const;

/** SignalLevel is the one vocabulary of levels: habituel, à surveiller, signal, signal fort. */
export const SignalLevel = z.enum(['usual', 'watch', 'signal', 'strong']);
export type SignalLevel = z.infer<typeof SignalLevel>;

/**
 * SignalFamily tells what was found: an outage (hours, live), a burst (a week), a drift (weeks), a verdict after a repair, a
 * silence of those who report. A silence never leaves: a zero and a small number must look alike.
 */
export const SignalFamily = z.enum(['outage', 'burst', 'drift', 'verdict', 'silence']);
export type SignalFamily = z.infer<typeof SignalFamily>;

/** SignalTransition: what happened to a signal; each message carries its whole state. */
export const SignalTransition = z.enum(['opened', 'changed', 'closed']);

/** FRANCE is the territory of a national series. */
export const FRANCE = 'FR';

/** SeriesCoordinates say which series a signal is about; null where it adds up all of a dimension. */
export const SeriesCoordinates = z.strictObject({
	/** Null only for a silence, which is about a territory. */
	platform: Code.nullable(),
	step: Code.nullable(),
	kind: Code.nullable(),
	/** FR, R + région, or a département. */
	territory: z.string().regex(/^(FR|R\d{2}|\d{2,3}|2A|2B)$/),
});
export type SeriesCoordinates = z.infer<typeof SeriesCoordinates>;

/** SignalSentence is a key of the catalogues and its parameters: codes only, so that no number can leave in words. */
export const SignalSentence = z.strictObject({
	key: z.string().regex(/^[a-z][a-z.-]{0,63}$/),
	parameters: z.record(z.string().regex(/^[a-z][a-zA-Z]{0,31}$/), Code),
});

/** Rung is a series and how it would be told there. */
export const Rung = z.strictObject({
	coordinates: SeriesCoordinates,
	/** Distinct structures behind the signal there, over its window; own agents not counted. Private. */
	structures: z.int().min(0),
	/** Its parameters name nothing finer than the coordinates. */
	sentence: SignalSentence,
});
export type Rung = z.infer<typeof Rung>;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Week = z.string().regex(/^\d{4}-W\d{2}$/);
/** Verdict is what can be said of a repair. */
export const Verdict = z.enum(['recovered', 'regressed', 'in-observation']);

/** Of which repair a verdict is: of a report, as its body said it was made. */
const repair = { report: ReportId, effectiveFrom: EffectHour } as const;

/** PrivateSignal is a message on `signals.private` (key = id): written by the detector, read by the publisher alone. */
export const PrivateSignal = z
	.strictObject({
		contract: z.enum(versions),
		id: z.uuid(),
		/** 1, 2, 3...: each carries the full state, the highest wins. */
		version: z.int().min(1),
		transition: SignalTransition,
		family: SignalFamily,
		/** Usual exactly when it is closed. */
		level: SignalLevel,
		/** For a verdict; else null. */
		verdict: Verdict.nullable(),
		/** For a verdict; else left out. */
		repair: z
			.strictObject({
				...repair,
				/** Still needed, about; null once settled, or when counts cannot tell. */
				weeksToDecide: z.int().min(1).nullable(),
				/** Distinct structures that saw it work, and fail; own agents not counted. Private. */
				mended: z.int().min(0),
				broken: z.int().min(0),
			})
			.optional(),
		onset: Slot,
		/** Slot of the run that says so. */
		asOf: Slot,
		/** The closed week that was judged; null for what is judged live. */
		week: Week.nullable(),
		/** From the series itself to its coarser ancestors: the publisher's door takes the first that may be shown. */
		ladder: z.array(Rung).min(1).max(12),
		model: z.strictObject({
			name: z.string().regex(/^[a-zA-Z][a-zA-Z0-9-]{0,63}$/),
			version: z.string().max(32),
		}),
		/** SHA-256 of what the model read, so that it can be replayed. Never leaves: small counts could be guessed from it. */
		inputsHash: Sha256,
	})
	.refine(({ level, transition }) => (level === 'usual') === (transition === 'closed'), {
		path: ['level'],
	})
	.refine(({ verdict, repair }) => repair === undefined || verdict !== null, { path: ['repair'] });
export type PrivateSignal = z.infer<typeof PrivateSignal>;

/** StructureBand is a band of distinct structures: the only size that is told of a signal. */
export const StructureBand = z.enum(['3-5', '6-9', '10-19', '20-49', '50+']);
export type StructureBand = z.infer<typeof StructureBand>;

/** WeeksBand is how long a verdict takes yet, about: never the number that small counts gave. */
export const WeeksBand = z.enum(['1', '2', '3-4', '5-8', '9+']);
export type WeeksBand = z.infer<typeof WeeksBand>;

/** PublishedSignal is a message on `signals.published` (key = id) and a row of `published.signals`: all that leaves of a signal. */
export const PublishedSignal = z.strictObject({
	contract: z.enum(versions),
	/** Another than the private one, which nobody can find from it. */
	id: z.string().regex(/^[0-9a-f]{32}$/),
	/** 1, 2, 3... of what was published, without the gaps that would tell what was not. */
	version: z.int().min(1),
	world: z.enum(['demo', 'real']),
	transition: SignalTransition,
	family: SignalFamily.exclude(['silence']),
	level: SignalLevel,
	verdict: Verdict.nullable(),
	/** For a verdict; else left out. */
	repair: z
		.strictObject({
			...repair,
			weeksToDecide: WeeksBand.nullable(),
			/** Bands of the structures that saw it work, and fail; null under three. */
			mended: StructureBand.nullable(),
			broken: StructureBand.nullable(),
		})
		.optional(),
	/** The nearest series that may be shown. */
	coordinates: SeriesCoordinates.extend({ platform: Code }),
	onset: Slot,
	asOf: Slot,
	/** From onset to the end, or to this message while it lasts: a multiple of 15. */
	durationMinutes: z.int().min(0).multipleOf(15),
	/** Null once closed. */
	band: StructureBand.nullable(),
	sentence: SignalSentence,
	model: PrivateSignal.shape.model,
});
export type PublishedSignal = z.infer<typeof PublishedSignal>;
