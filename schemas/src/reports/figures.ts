import { z } from 'zod';
import { Code } from '../events/envelope.js';
import { AnswerText, Day } from './report-event.js';

/** CURVE_DAYS is the last working day of a curve. */
export const CURVE_DAYS = 30;

/** Delay is how long one thing that was owed took, in working days, over the year. */
const Delay = z.strictObject({
	/** Owed in the year; what was sent on to another body is owed no more by the first. */
	owed: z.int().min(0),
	done: z.int().min(0),
	/** Done within the delay agreed. */
	inTime: z.int().min(0),
	/** Median of what was done; null when nothing was. */
	medianDays: z.number().nullable(),
	/** Done at most 0, 1, 2... working days after it was asked, up to 30. */
	doneByDay: z.array(z.int().min(0)).length(CURVE_DAYS + 1),
});

/** BodyReply is what a body says of its own figures. */
export const BodyReply = z.strictObject({ text: AnswerText, on: Day });
export type BodyReply = z.infer<typeof BodyReply>;

/** BodyReplyDraft is the body of `PUT /v1/bodies/{body}/reply`. */
export const BodyReplyDraft = z.strictObject({ text: AnswerText });

/** BodyReplyKept is what stands after a change of it; null once it was withdrawn. */
export const BodyReplyKept = z.strictObject({ body: Code, reply: BodyReply.nullable() });
export type BodyReplyKept = z.infer<typeof BodyReplyKept>;

/** BodyFigures is how a body answered in a year, counted from reports as everyone may read them. */
export const BodyFigures = z.strictObject({
	body: Code,
	/** Reports that it was asked about in the year. */
	asked: z.int().min(0),
	/** Now. */
	open: z.int().min(0),
	overdue: z.int().min(0),
	/** Promised days that are over without a word of repair. */
	passed: z.int().min(0),
	acknowledged: Delay,
	answered: Delay,
	/** In the year: the field says that a repair holds, or that the failure came back. */
	confirmed: z.int().min(0),
	reopened: z.int().min(0),
	reply: BodyReply.nullable(),
});
export type BodyFigures = z.infer<typeof BodyFigures>;

/** AnswerFigures is the answer of `GET /v1/reports/answers`: bodies in the order of their names, never of their figures. */
export const AnswerFigures = z.strictObject({
	world: z.enum(['demo', 'real']),
	now: z.iso.datetime(),
	/** First day of the year that is counted. */
	since: Day,
	/** The delays agreed, in working days. */
	delays: z.strictObject({
		acknowledge: z.strictObject({ strong: z.int(), signal: z.int() }),
		answer: z.strictObject({ strong: z.int(), signal: z.int() }),
	}),
	bodies: z.array(BodyFigures),
});
export type AnswerFigures = z.infer<typeof AnswerFigures>;
