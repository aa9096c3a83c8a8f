import { z } from 'zod';
import { Slot } from '../admitted-event.js';
import { Code } from '../events/envelope.js';
import {
	PublishedSignal,
	SeriesCoordinates,
	SignalLevel,
	SignalSentence,
	StructureBand,
	Verdict,
	WeeksBand,
} from '../signal.js';
import { codesOf } from '../taxonomy.js';
import { EffectHour, ReportId } from './report-id.js';

/** REPORT_CONTRACT is the version of the events of this file; a field more is another one. */
export const REPORT_CONTRACT = '1-1-0';
/** Versions that the log may hold: the first knew no `repair_judged`. */
const contracts = ['1-0-0', REPORT_CONTRACT] as const;

/** ANSWER_TEXT_LIMIT is the longest text of an answer, in characters: published under the body's name. */
export const ANSWER_TEXT_LIMIT = 500;
/** AnswerText is a text that a body publishes; it is judged for personal data before it is taken. */
export const AnswerText = z.string().trim().min(1).max(ANSWER_TEXT_LIMIT);

/** Day is a date in Paris. */
export const Day = z.iso.date();
const Instant = z.iso.datetime();
/** Account is an opaque name of who acted for a body: for the audit, never shown. */
const Account = z.string().regex(/^[\w:.-]{1,96}$/);

/** Actor is who made an event happen. */
export const Actor = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('reporter') }),
	z.strictObject({ kind: z.literal('field') }),
	z.strictObject({ kind: z.literal('body'), body: Code, account: Account.nullable() }),
	z.strictObject({ kind: z.literal('administrator'), account: Account.nullable() }),
]);
export type Actor = z.infer<typeof Actor>;

const AnswerReason = z.enum(codesOf('answerReasons'));
const SignalId = PublishedSignal.shape.id;
const answer = { reason: AnswerReason, text: AnswerText.nullable() } as const;
/** Why the field's verdict fell: the detector's test, or a new signal while a repair was claimed. */
const because = { because: z.enum(['verdict', 'signal']), signal: SignalId } as const;

/** DeliveryOutcome: how a sending ended; `failed` after all its tries. */
export const DeliveryOutcome = z.enum(['delivered', 'refused', 'failed']);
/** DeliveryChannel is a way of sending. */
export const DeliveryChannel = z.enum(['email', 'webhook']);

const typed = <Type extends string, Shape extends z.core.$ZodLooseShape>(type: Type, shape: Shape) =>
	z.strictObject({ type: z.literal(type), ...shape });

/** ReportFact is what happened to a report, by its type; those that lead to a state bear the state's name. */
export const ReportFact = z.discriminatedUnion('type', [
	typed('opened', {
		/** Which failure: the report's own key, whatever the territories of its signals. */
		platform: Code,
		step: Code.nullable(),
		failureKind: Code.nullable(),
		territory: SeriesCoordinates.shape.territory,
		body: Code,
		level: SignalLevel,
		band: StructureBand.nullable(),
		sentence: SignalSentence,
		onset: Slot,
		/** When it was last observed. */
		asOf: Slot,
		signal: SignalId,
		signalVersion: z.int().min(1),
	}),
	/** What a signal said, the first time or since: of each signal the last version counts. */
	typed('signal_attached', {
		signal: SignalId,
		signalVersion: z.int().min(1),
		/** Usual once it is over. */
		level: SignalLevel,
		territory: SeriesCoordinates.shape.territory,
		band: StructureBand.nullable(),
		/** When it was last observed. */
		asOf: Slot,
	}),
	/** The level of the report: the highest of its signals. */
	typed('level_changed', { level: SignalLevel }),
	typed('sent', { channels: z.array(DeliveryChannel).min(1) }),
	typed('delivery_recorded', {
		/** The idempotency key of the sending: the same at each try. */
		delivery: z.string().regex(/^[\w.-]{1,96}$/),
		channel: DeliveryChannel,
		/** Name of the recipient or of the webhook in the registry, never its address. */
		recipient: z.string().regex(/^[a-z0-9-]{1,64}$/),
		outcome: DeliveryOutcome,
		/** A code: `smtp_550`, `http_500`, `timeout`, `address_refused`; null when delivered. */
		reason: z
			.string()
			.regex(/^[a-z0-9_]{1,48}$/)
			.nullable(),
		attempts: z.int().min(1),
	}),
	typed('seen', {}),
	typed('acknowledged', {}),
	typed('reassigned', { ...answer, target: Code }),
	typed('not_reproduced', answer),
	typed('contested', answer),
	typed('workaround_published', { text: AnswerText, validUntil: Day }),
	typed('committed', { ...answer, date: Day }),
	typed('mended', { ...answer, effectiveFrom: EffectHour }),
	/** What the field makes of a repair, whenever that changes: the state that follows from it, if any, is an event of its own. */
	typed('repair_judged', {
		signal: SignalId,
		verdict: Verdict,
		/** How long it takes yet, about; null once settled, or when counts cannot tell. */
		weeksToDecide: WeeksBand.nullable(),
		/** Bands of the structures that answered "est-ce réparé ?"; null under three. */
		mended: StructureBand.nullable(),
		broken: StructureBand.nullable(),
	}),
	typed('in_observation', because),
	typed('confirmed', because),
	typed('reopened', because),
	typed('lapsed', {}),
	typed('right_of_reply', { text: AnswerText }),
]);
export type ReportFact = z.infer<typeof ReportFact>;
export type FactType = ReportFact['type'];
export type FactOf<Type extends FactType> = Extract<ReportFact, { type: Type }>;

/** ReportEvent is a message on `reports.v1` (key = report): one step of a report's life, kept for ever. */
export const ReportEvent = z.strictObject({
	contract: z.enum(contracts),
	report: ReportId,
	/** 1, 2, 3...: an event is written only on the version just before it. */
	version: z.int().min(1),
	at: Instant,
	actor: Actor,
	fact: ReportFact,
});
export type ReportEvent = z.infer<typeof ReportEvent>;

/** WriterBegan is the other message on `reports.v1` (key = `writer`): from here on this writer alone may write. */
export const WriterBegan = z.strictObject({ writer: z.uuid(), at: Instant });
export type WriterBegan = z.infer<typeof WriterBegan>;
/** WRITER_KEY is the key of those messages. */
export const WRITER_KEY = 'writer';
