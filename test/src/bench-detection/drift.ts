import { createRandom } from '@vigie/demonstration/random';
import { evidenceOf, feedDrift, startDrift } from '@vigie/detector/statistics/drift';
import type { Mode } from '@vigie/detector/statistics/expectation';
import { burstsOf, type Judged, judgeSeries, unionOf } from './judge-series.js';
import { drawCount, meanAt, SCENARIOS, SCORED_FROM, WEEKS } from './scenarios.js';

/** The change begins in week 586, ten weeks after the first scored one. */
const CHANGE_AT = 585;
const RAMP_WEEKS = 12;

const SHIFTS = [
	{ name: 'x1.3 step', size: 1.3, ramp: false },
	{ name: 'x1.6 step', size: 1.6, ramp: false },
	{ name: 'x1.6 ramp', size: 1.6, ramp: true },
	{ name: 'x2 step', size: 2, ramp: false },
	{ name: 'x2 ramp', size: 2, ramp: true },
] as const;

type Rule = (weeks: readonly Judged[]) => readonly boolean[];

const alarmsOfEvidence =
	(threshold: number): Rule =>
	(weeks) => {
		let drift = startDrift();
		return weeks.map(({ week, y, expected }) => {
			drift = feedDrift(drift, week, y, { mu: expected.mu, phi: expected.spread });
			return evidenceOf(drift) > threshold;
		});
	};

const RULES = {
	'e-SR > 250': alarmsOfEvidence(250),
	'e-SR > 100': alarmsOfEvidence(100),
	weekly: (weeks: readonly Judged[]) => burstsOf(weeks),
	union: (weeks: readonly Judged[]) => unionOf(weeks),
} satisfies Record<string, Rule>;

const multiple = (size: number, ramp: boolean, week: number): number => {
	if (week < CHANGE_AT) return 1;
	const share = ramp ? Math.min(1, (week - CHANGE_AT + 1) / RAMP_WEEKS) : 1;
	return 1 + share * (size - 1);
};

/** Found is how many of the shifted series alarmed within 13 and 26 weeks of the change, as shares with the standard error of the second. */
interface Found {
	readonly within13: number;
	readonly within26: number;
	readonly se: number;
}

/** DriftScores are one rule's: the share of unshifted series that ever alarm in 49 weeks, and what is found of each shift. */
interface DriftScores {
	readonly falseIn49Weeks: number;
	readonly se: number;
	readonly found: Readonly<Record<string, Found>>;
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4;
const standardError = (share: number, n: number): number => round(Math.sqrt((share * (1 - share)) / n));
const shareOf = (delays: readonly number[], within: number): number =>
	round(delays.filter((delay) => delay < within).length / delays.length);

/** draw gives a series of a scenario, its mean multiplied from the change on. */
const draw = (name: string, scenario: (typeof SCENARIOS)[number], size: number, ramp: boolean): number[] => {
	const random = createRandom(name);
	return Array.from({ length: WEEKS }, (_, week) =>
		drawCount(random, meanAt(scenario, week) * multiple(size, ramp, week), scenario.phi),
	);
};

const firstAlarm = (alarms: readonly boolean[], from: number): number => {
	const at = alarms.findIndex((alarm, index) => alarm && SCORED_FROM + index >= from);
	return at < 0 ? Infinity : SCORED_FROM + at - from;
};

// Object.keys forgets which keys they are.
const names = Object.keys(RULES) as (keyof typeof RULES)[];

/** delaysOf draws a series a scenario and replicate, and gives each rule's weeks to the first alarm counted from a week. */
const delaysOf = (
	seed: string,
	replicates: number,
	mode: Mode,
	size: number,
	ramp: boolean,
	from: number,
) => {
	const delays = new Map(names.map((name): [string, number[]] => [name, []]));
	for (let replicate = 0; replicate < replicates; replicate += 1)
		for (const scenario of SCENARIOS) {
			const name = `${seed}/drift/${size}/${ramp}/${replicate}/${scenario.number}`;
			const weeks = judgeSeries(draw(name, scenario, size, ramp), mode);
			for (const rule of names) delays.get(rule)?.push(firstAlarm(RULES[rule](weeks), from));
		}
	return delays;
};

/** benchDrift scores the rules on lasting changes, the baseline refitted every week. */
export const benchDrift = (seed: string, replicates: number, mode: Mode): Record<string, DriftScores> => {
	const n = replicates * SCENARIOS.length;
	const quiet = delaysOf(seed, replicates, mode, 1, false, SCORED_FROM);
	const shifted = SHIFTS.map(({ name, size, ramp }) => ({
		name,
		delays: delaysOf(seed, replicates, mode, size, ramp, CHANGE_AT),
	}));
	return Object.fromEntries(
		names.map((rule): [string, DriftScores] => {
			const falseIn49Weeks = shareOf(quiet.get(rule) ?? [], WEEKS);
			const found = shifted.map(({ name, delays }): [string, Found] => {
				const within26 = shareOf(delays.get(rule) ?? [], 26);
				return [
					name,
					{ within13: shareOf(delays.get(rule) ?? [], 13), within26, se: standardError(within26, n) },
				];
			});
			return [
				rule,
				{ falseIn49Weeks, se: standardError(falseIn49Weeks, n), found: Object.fromEntries(found) },
			];
		}),
	);
};
