import { z } from 'zod';
import { Slot } from '../admitted-event.js';
import { Code } from '../events/envelope.js';
import {
	SeriesCoordinates,
	SignalLevel,
	SignalSentence,
	StructureBand,
	Verdict,
	WeeksBand,
} from '../signal.js';
import { commandNames } from './command.js';
import { Day, DeliveryChannel, DeliveryOutcome } from './report-event.js';
import { EffectHour, ReportId } from './report-id.js';
import { reportStateNames } from './states.js';

const Instant = z.iso.datetime();
const State = z.enum(reportStateNames);
const Territory = SeriesCoordinates.shape.territory;

/** ReportFilter is the query of `GET /v1/reports`; each field may be left out. */
export const ReportFilter = z.strictObject({
	state: State.optional(),
	platform: Code.optional(),
	level: SignalLevel.optional(),
	body: Code.optional(),
});
export type ReportFilter = z.infer<typeof ReportFilter>;

/** failure is what a report is about, as everyone may read it. */
const failure = {
	id: ReportId,
	platform: Code,
	step: Code.nullable(),
	failureKind: Code.nullable(),
	territories: z.array(Territory).min(1),
	/** Who must answer. */
	body: Code,
	level: SignalLevel,
	sentence: SignalSentence,
	/** Since when, in quarters of an hour; the start of a week for what a closed week told. */
	since: Slot,
	/** The state; its words are in `reportStates`. */
	state: State,
} as const;

/** Workaround, a way around that a body publishes: `expired` once its last day is over. */
const Workaround = z.strictObject({ text: z.string(), validUntil: Day, expired: z.boolean() });
/** Commitment is the day that a body promised: `passed` when it is over and nothing was said to be mended. */
const Commitment = z.strictObject({ date: Day, passed: z.boolean() });
const Answer = z.strictObject({ state: State, reason: Code, text: z.string().nullable() });
/** RepairView is what the field makes of the last repair: words and bands, as everyone may read them. */
const RepairView = z.strictObject({
	verdict: Verdict,
	weeksToDecide: WeeksBand.nullable(),
	mended: StructureBand.nullable(),
	broken: StructureBand.nullable(),
	/** The day on which it was last judged anew. */
	on: Day,
});
export type RepairView = z.infer<typeof RepairView>;
/** DueView is what a body still owes, until the end of which day in Paris, and whether that day is over. */
const DueView = z.strictObject({
	owes: z.enum(['acknowledge', 'answer']),
	by: Day,
	overdue: z.boolean(),
});

/** ReportSummary is a row of the inbox. */
export const ReportSummary = z.strictObject({
	...failure,
	version: z.int().min(1),
	stateSince: Instant,
	openedAt: Instant,
	lastObserved: Slot,
	band: StructureBand.nullable(),
	due: DueView.nullable(),
	commitment: Commitment.nullable(),
	/** False once confirmed or lapsed: then it takes no command but a reply. */
	open: z.boolean(),
});
export type ReportSummary = z.infer<typeof ReportSummary>;

/** ReportList is the answer of `GET /v1/reports`: what presses first (overdue, then strong, then new). */
export const ReportList = z.strictObject({
	world: z.enum(['demo', 'real']),
	now: Instant,
	/** Of what the caller may read, whatever the state asked for: only the states that have any. */
	counts: z.partialRecord(State, z.int()),
	reports: z.array(ReportSummary),
});
export type ReportList = z.infer<typeof ReportList>;

/** LifeEntry is one line of a report's life: what happened, when, and by which kind of actor. */
export const LifeEntry = z.strictObject({
	version: z.int().min(1),
	at: Instant,
	/** The type of the event: a state, or `signal_attached`, `level_changed`, `delivery_recorded`, `repair_judged`, `right_of_reply`. */
	type: z.string(),
	by: z.strictObject({
		kind: z.enum(['reporter', 'field', 'body', 'administrator']),
		body: Code.nullable(),
	}),
	level: SignalLevel.optional(),
	reason: Code.optional(),
	text: z.string().optional(),
	/** A promised day, the last day of a workaround, or the hour since which it is mended. */
	date: z.string().optional(),
	/** To which body it was reassigned. */
	target: Code.optional(),
	/** For a verdict: `verdict` of the test, or `signal` when the failure was seen again. */
	because: z.enum(['verdict', 'signal']).optional(),
	verdict: Verdict.optional(),
	/** Of a signal, when it was last observed: the instant of the release for what a closed week told. */
	asOf: Slot.optional(),
});
export type LifeEntry = z.infer<typeof LifeEntry>;

/** ReportAction is something that this caller may do now, what it needs, and the key of the sentence that tells what follows. */
export const ReportAction = z.strictObject({
	command: z.enum(commandNames),
	consequence: z.string().regex(/^report\.consequence\.[a-z-]+$/),
	needs: z.strictObject({
		/** Reasons among which to choose; empty when none is asked. AUTRE asks for the text too. */
		reasons: z.array(Code),
		text: z.enum(['required', 'optional', 'none']),
		date: z.enum(['commitment', 'effect', 'valid-until']).nullable(),
		/** Bodies to which it may go; null when it goes nowhere. */
		targets: z.array(Code).nullable(),
	}),
});
export type ReportAction = z.infer<typeof ReportAction>;

/** DeliveryEntry is one sending and how it ended; an address is never told. */
export const DeliveryEntry = z.strictObject({
	at: Instant,
	channel: DeliveryChannel,
	recipient: z.string(),
	outcome: DeliveryOutcome,
	reason: z.string().nullable(),
	attempts: z.int(),
});
export type DeliveryEntry = z.infer<typeof DeliveryEntry>;

/** PublicReport is what the field reads of a report: no account, nothing of who declared. */
export const PublicReport = z.strictObject({
	...failure,
	/** The day on which it came to this state. */
	stateSince: Day,
	overdue: z.boolean(),
	workaround: Workaround.nullable(),
	commitment: Commitment.nullable(),
	/** The body's last answer, with its coded reason. */
	answer: Answer.nullable(),
	/** From when the body says that it is mended: what to ask "est-ce réparé ?" about. */
	effectiveFrom: EffectHour.nullable(),
	/** Null before the first week that could be judged. */
	repair: RepairView.nullable(),
	rightOfReply: z.string().nullable(),
	life: z.array(z.strictObject({ type: z.string(), on: Day, body: Code.nullable() })),
});
export type PublicReport = z.infer<typeof PublicReport>;

/** PublicReports is the answer of `GET /v1/reports/public`: those that are open, and those closed in the last 13 weeks. */
export const PublicReports = z.strictObject({
	world: z.enum(['demo', 'real']),
	now: Instant,
	reports: z.array(PublicReport),
});
export type PublicReports = z.infer<typeof PublicReports>;

/** ReportDetail is the answer of `GET /v1/reports/{id}`, and of a command that was done: the caller sees its own write. */
export const ReportDetail = z.strictObject({
	...ReportSummary.shape,
	world: z.enum(['demo', 'real']),
	now: Instant,
	firstBody: Code,
	workaround: Workaround.nullable(),
	answer: Answer.nullable(),
	effectiveFrom: EffectHour.nullable(),
	repair: RepairView.nullable(),
	rightOfReply: z.string().nullable(),
	life: z.array(LifeEntry),
	actions: z.array(ReportAction),
	/** Empty when no recipient is known: the administrator sees it too. */
	deliveries: z.array(DeliveryEntry),
	/** What the field reads of it now. */
	field: PublicReport,
});
export type ReportDetail = z.infer<typeof ReportDetail>;
