import { scopeOf } from '../live/places.js';
import { type Drift, evidenceOf, feedDrift } from '../statistics/drift.js';
import type { Expectation, Rung } from '../statistics/expectation.js';
import { passesGate, type Witnesses } from '../statistics/gate.js';
import { type Judgement, judge, sumOfWeeks } from '../statistics/judgement.js';
import type { References } from './expected.js';
import { isOneVoice } from './flood.js';
import type { Followed } from './history.js';
import type { SeriesState } from './series-state.js';

/** WeekLook is what a run makes of one series in one week. */
export interface WeekLook {
	readonly followed: Followed;
	/** What the week is held against, before it is known to be busy. */
	readonly references: References;
	/** How much busier the week was on every other platform: what was expected is multiplied by it. */
	readonly busy: number;
	readonly week: Judgement;
	/** The last four weeks together; null before there are four. */
	readonly fourWeeks: Judgement | null;
	/** Of this week, and the most of the last four. */
	readonly witnesses: Witnesses;
	readonly witnessesOfFour: Witnesses;
	readonly isOneVoice: boolean;
	readonly drift: Drift;
	/** What the evidence was fed with. */
	readonly fed: Fed;
	/** e-SR evidence for a lasting rise. */
	readonly esr: number;
	readonly state: SeriesState;
}

const mostOf = (all: readonly Witnesses[]): Witnesses => {
	const most = (of: (one: Witnesses) => number): number => Math.max(...all.map(of));
	return {
		reporters: most((one) => one.reporters),
		structures: most((one) => one.structures),
		organisations: most((one) => one.organisations),
		departements: most((one) => one.departements),
	};
};

const busier = ({ mu, phi, spread }: Expectation, busy: number) => ({
	mu: mu * busy,
	phi,
	spread: phi + (spread - phi) * busy,
});

/** Fed is a week as the evidence for a lasting rise takes it. */
export interface Fed {
	readonly ordinal: number;
	readonly y: number;
	readonly mu: number;
	readonly phi: number;
}

/** feedEvidence adds a week to the evidence; what it rests on is no provisional reference. */
export const feedEvidence = (drift: Drift, { ordinal, y, mu, phi }: Fed, rung: Rung): Drift =>
	rung === 'provisional' ? drift : feedDrift(drift, ordinal, y, { mu, phi });

/** Fewer than that say little, whoever they are. */
const FEW = 3;

/**
 * heardOf gives the events that count as evidence over more than the week: one voice, one département, or a body's own agents bring none beyond
 * what is expected.
 */
const heardOf = (y: number, expected: number, isHeard: boolean): number =>
	isHeard || y < FEW ? y : Math.min(y, Math.floor(expected));

/** lookAtWeek holds the last week of a series against what was expected of it. `ordinal` numbers the week. */
export const lookAtWeek = (
	followed: Followed,
	ordinal: number,
	references: References,
	busy: number,
	before: SeriesState,
): WeekLook => {
	const y = followed.kept.at(-1) ?? 0;
	const { reporters, structures, organisations, departements } = followed.latest;
	const witnesses = { reporters, structures, organisations, departements };
	const expected = busier(references.burst, busy);
	const oneVoice = isOneVoice(followed.latest, expected.mu, followed.tops.slice(0, -1));
	const isHeard = !oneVoice && passesGate(witnesses, scopeOf(followed.coordinates.territory));
	const past = [...before.last, { y: heardOf(y, expected.mu, isHeard), ...expected, witnesses }];
	const sum = past.reduce((total, week) => total + week.y, 0);
	const lasting = busier(references.drift, busy);
	const fed = { ordinal, y: heardOf(y, lasting.mu, isHeard), mu: lasting.mu, phi: lasting.spread };
	const drift = feedEvidence(before.drift, fed, references.drift.rung);
	return {
		followed,
		references,
		busy,
		week: judge(y, expected),
		fourWeeks: past.length === 4 ? judge(sum, sumOfWeeks(past)) : null,
		witnesses,
		witnessesOfFour: mostOf(past.map((week) => week.witnesses)),
		isOneVoice: oneVoice,
		drift,
		fed,
		esr: evidenceOf(drift),
		state: { ...before, drift, last: past.slice(-3) },
	};
};
