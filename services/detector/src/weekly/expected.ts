import { FRANCE } from '@vigie/schemas/signal';
import { codesOf } from '@vigie/schemas/taxonomy';
import { expectWeek } from '../statistics/expect-week.js';
import type { Expectation } from '../statistics/expectation.js';
import { SEASON_KNOWN_AT } from '../statistics/harmonic.js';
import { expectByMovingLevel } from '../statistics/moving-level.js';
import { midP } from '../statistics/negative-binomial.js';
import { type Followed, parentOf, type WeeklyHistory } from './history.js';
import { knownSums, type Past } from './known-sums.js';
import { expectLastYear, LAST_YEAR } from './last-year.js';
import type { WeekLook } from './look-at-week.js';

/** A series begins like its family did in its first weeks. */
const FAMILY_WEEKS = 8;

const children = {
	0: codesOf('platforms').length,
	1: 20,
	2: 1,
	3: 20,
} as const satisfies Record<Followed['level'], number>;

const rateOf = (past: Past, until: number): number => {
	const { events, reporters } = knownSums(past, 0, until);
	return reporters > 0 ? events / reporters : 0;
};

const sumOfPlatforms = ({ series }: WeeklyHistory, until: number): (number | null)[] =>
	Array.from({ length: until }, (_, week) => {
		let sum = 0;
		for (const { level, kept } of series.values()) if (level === 0) sum += kept[week] ?? 0;
		return sum;
	});

const priors = new WeakMap<Followed, number>();

/**
 * priorOf gives what a young series is expected to bring by reporter: its parent's rate, spread over its children (a platform over its kinds,
 * the country over its platforms; a région reports a platform as the country does). Learnt up to the series' ninth week, so
 * that it is the same whenever it is asked.
 */
const priorOf = (history: WeeklyHistory, followed: Followed): number => {
	const known = priors.get(followed);
	if (known !== undefined) return known;
	const until = followed.first + FAMILY_WEEKS;
	const parent = parentOf(history, followed);
	const nation = history.reporters.get(FRANCE) ?? [];
	const kept = parent ? parent.kept : sumOfPlatforms(history, until);
	const prior = rateOf({ kept, exposure: nation }, until) / children[followed.level];
	if (history.weeks.length >= until) priors.set(followed, prior);
	return prior;
};

const SHORT_BREAK = 39;

/** References are what the last week of a series is held against: one for a burst, one for a lasting change. */
export interface References {
	readonly burst: Expectation;
	readonly drift: Expectation;
	/** What the ladder of history gives by itself, and the prior it began with. */
	readonly model: Expectation;
	readonly prior: number;
}

/** leastUnusual picks, among several references, the one that finds the count least unusual: a signal must stand against each. */
const leastUnusual = (y: number, references: readonly Expectation[]): Expectation | null =>
	references.reduce<Expectation | null>((kept, reference) => {
		if (kept === null) return reference;
		const unusual = ({ mu, spread }: Expectation): number => midP(y, { mu, phi: spread });
		return unusual(reference) > unusual(kept) ? reference : kept;
	}, null);

/**
 * referencesOf gives what to expect of a series in the last week of a history; null when nobody reported there, or nothing is known. By the ladder
 * of history, and as long as a season is not well known, also against the recent level and against the same weeks a year
 * before. A lasting change is held against a level learnt until eight weeks ago, which has not learnt the change itself.
 */
export const referencesOf = (history: WeeklyHistory, followed: Followed): References | null => {
	const week = history.weeks.length - 1;
	const y = followed.kept[week] ?? 0;
	const parentMean = priorOf(history, followed);
	const model = expectWeek(followed, week, {
		mode: 'harmonic',
		...(parentMean > 0 ? { parentMean } : {}),
	});
	if (model === null) return null;
	if (model.rung === 'provisional' || week >= SEASON_KNOWN_AT)
		return { burst: model, drift: model, model, prior: parentMean };
	const from = Math.max(0, ...followed.breaks.filter((at) => at > week - SHORT_BREAK));
	const level = (steady: boolean): Expectation | null =>
		expectByMovingLevel(followed, week, { priorMean: parentMean, from, steady });
	const isYoung = model.model === 'movingLevel';
	const recent = isYoung ? model : level(false);
	const parent = parentOf(history, followed);
	const lastYear = [LAST_YEAR.around, LAST_YEAR.onward].map((weeks) =>
		expectLastYear(followed, parent, week, model.phi, weeks),
	);
	const others = [isYoung ? null : model, ...lastYear];
	const pick = (own: Expectation | null): Expectation =>
		leastUnusual(
			y,
			[own, ...others].filter((one) => one !== null),
		) ?? model;
	return {
		burst: pick(recent),
		drift: pick(isYoung ? recent : level(true)),
		model,
		prior: parentMean,
	};
};

/** referenceOf gives the mid-p of a count under the mode that is held to R; null below the three years that it needs. */
export const referenceOf = (history: WeeklyHistory, { followed, week }: WeekLook): number | null => {
	const at = history.weeks.length - 1;
	if (at < SEASON_KNOWN_AT) return null;
	const expectation = expectWeek(followed, at, { mode: 'farringtonFlexible' });
	return expectation?.model === 'farringtonFlexible'
		? midP(week.y, { mu: expectation.mu, phi: expectation.spread })
		: null;
};
