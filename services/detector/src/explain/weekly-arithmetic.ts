import { createHash } from 'node:crypto';
import { z } from 'zod';
import { evidenceOf } from '../statistics/drift.js';
import { expectWeek } from '../statistics/expect-week.js';
import { judge, sumOfWeeks } from '../statistics/judgement.js';
import type { Detected } from '../store/signal-store.js';
import { feedEvidence } from '../weekly/look-at-week.js';
import { SeriesState } from '../weekly/series-state.js';

const Expectation = z.object({
	mu: z.number(),
	phi: z.number(),
	spread: z.number(),
	squaredError: z.number(),
	rung: z.enum(['provisional', 'short', 'full', 'published']),
	model: z.string(),
	weeks: z.int(),
});
const Judgement = z.object({
	y: z.int(),
	mu: z.number(),
	phi: z.number(),
	spread: z.number(),
	bound: z.int(),
	low: z.int(),
	high: z.int(),
	p: z.number(),
	midp: z.number(),
});
const Witnesses = z.object({
	reporters: z.int(),
	structures: z.int(),
	organisations: z.int(),
	departements: z.int(),
});
const Shift = z.object({ onset: z.int(), ratio: z.number(), low: z.number(), high: z.number() });
const Weekly = z.array(z.number().nullable());

/** WeeklyInputs is what a run kept of what it read of a series. */
export const WeeklyInputs = z.object({
	week: z.string(),
	series: z.string(),
	counts: Weekly,
	exposure: Weekly,
	holidayShare: z.array(z.number()),
	breaks: z.array(z.int()),
	n: z.int(),
	top: z.int(),
	references: z.object({
		burst: Expectation,
		drift: Expectation,
		model: Expectation,
		prior: z.number(),
	}),
	busy: z.number(),
	fourWeeks: Judgement.nullable(),
	judgement: Judgement,
	q: z.number().nullable(),
	qFour: z.number().nullable(),
	before: SeriesState,
	fed: z.object({ ordinal: z.int(), y: z.int(), mu: z.number(), phi: z.number() }),
	esr: z.number(),
	shift: Shift.nullable(),
	witnesses: Witnesses,
	witnessesOfFour: Witnesses,
});
export type WeeklyInputs = z.infer<typeof WeeklyInputs>;

/** WeeklyArithmetic is a version of a weekly signal computed again. */
export interface WeeklyArithmetic {
	readonly inputs: WeeklyInputs;
	/** Whether what was kept is what the signal was made of. */
	readonly isIntact: boolean;
	/** Whether this program expects, weighs and gathers what that run did. */
	readonly isSame: boolean;
}

/** Fits stop when they no longer move by more than this. */
const SAME = 1e-6;

const isNear = (one: number, other: number): boolean =>
	Math.abs(one - other) <= SAME * Math.max(1, Math.abs(other));

const expectsTheSame = ({ counts, exposure, holidayShare, breaks, references }: WeeklyInputs): boolean => {
	const { model, prior } = references;
	const again = expectWeek({ counts, exposure, holidayShare, breaks }, counts.length - 1, {
		mode: 'harmonic',
		...(prior > 0 ? { parentMean: prior } : {}),
	});
	return again !== null && isNear(again.mu, model.mu) && isNear(again.spread, model.spread);
};

const weighsTheSame = ({ judgement, fourWeeks, before }: WeeklyInputs): boolean => {
	const week = judge(judgement.y, judgement);
	if (week.midp !== judgement.midp || week.bound !== judgement.bound) return false;
	if (fourWeeks === null) return true;
	const past = [...before.last, judgement];
	return isNear(judge(fourWeeks.y, sumOfWeeks(past)).midp, fourWeeks.midp);
};

const gathersTheSame = ({ before, fed, references, esr }: WeeklyInputs): boolean =>
	evidenceOf(feedEvidence(before.drift, fed, references.drift.rung)) === esr;

/** doWeekAgain computes a version of a weekly signal again from what was kept with it. */
export const doWeekAgain = ({ signal, inputs }: Detected): WeeklyArithmetic => {
	const read = WeeklyInputs.parse(JSON.parse(inputs) as unknown);
	return {
		inputs: read,
		isIntact: createHash('sha256').update(inputs).digest('hex') === signal.inputsHash,
		isSame: expectsTheSame(read) && weighsTheSame(read) && gathersTheSame(read),
	};
};
