import { createRandom } from '@vigie/demonstration/random';
import { exactInterval, type Interval } from './statistics.js';

/** Target is something hidden that an attacker guesses. */
export interface Target {
	/** Names what is hidden: met in several tables or tiers, it is one secret. */
	readonly secret: string;
	readonly truth: number;
	/** What is known without any table, the coarsest first: the kind of table, the cell itself. */
	readonly priors: readonly [string, ...string[]];
	/** Readings of the tables, from each of which the attacker learns what usually goes with it. */
	readonly clues: readonly string[];
	/** Values computed from the tables, guessed as they are. */
	readonly direct: readonly number[];
}

/** Guessed is how often the attacker is right, with the tables and without. */
export interface Guessed {
	readonly score: number;
	readonly baseline: number;
	readonly interval: Interval;
	readonly trials: number;
}

type Guesser = (target: Target) => number;

const mostFrequent = (counts: ReadonlyMap<number, number>): number =>
	[...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0];

/** learn makes a guesser that says, for a reading, what was most often behind it; for one never seen, what was behind its coarsest prior. */
const learn = (known: readonly Target[], readingOf: (target: Target) => string): Guesser => {
	const counts = new Map<string, Map<number, number>>();
	for (const target of known)
		for (const reading of new Set([readingOf(target), target.priors[0], ''])) {
			const of = counts.get(reading) ?? new Map<number, number>();
			counts.set(reading, of);
			of.set(target.truth, (of.get(target.truth) ?? 0) + 1);
		}
	const best = new Map([...counts].map(([reading, of]) => [reading, mostFrequent(of)]));
	return (target) => best.get(readingOf(target)) ?? best.get(target.priors[0]) ?? best.get('') ?? 0;
};

const rightOf = (targets: readonly Target[], guess: Guesser): number =>
	targets.filter((target) => guess(target) === target.truth).length;

/** withoutTables are the ways to guess from what is known otherwise. */
const withoutTables = (known: readonly Target[]): readonly Guesser[] =>
	(known[0]?.priors ?? []).map((_, at) => learn(known, ({ priors }) => priors[at] ?? ''));

/** withTables are the ways to guess from what is published, alone or with what is known otherwise. */
const withTables = (known: readonly Target[]): readonly Guesser[] => {
	const { priors = [], clues = [], direct = [] } = known[0] ?? {};
	const readings = priors.flatMap((_, prior) => clues.map((_, clue) => ({ prior, clue })));
	return [
		...readings.map(({ prior, clue }) =>
			learn(known, (target) => `${target.priors[prior]}/${clue}/${target.clues[clue]}`),
		),
		...direct.map(
			(_, at): Guesser =>
				(target) =>
					target.direct[at] ?? 0,
		),
	];
};

const bestOf = (known: readonly Target[], guessers: readonly Guesser[]): Guesser => {
	const rights = guessers.map((guesser) => rightOf(known, guesser));
	return guessers[rights.indexOf(Math.max(...rights))] ?? (() => 0);
};

const quartersOf = (
	targets: readonly Target[],
	split: string,
): readonly [Target[], Target[], Target[], Target[]] => {
	const random = createRandom(`halves/${split}`);
	const quarters: [Target[], Target[], Target[], Target[]] = [[], [], [], []];
	const quarterOf = new Map<string, number>();
	for (const target of targets) {
		const at = quarterOf.get(target.secret) ?? Math.floor(4 * random.uniform());
		quarterOf.set(target.secret, at);
		quarters[at]?.push(target);
	}
	return quarters;
};

/** How often the secrets are split anew: of some two hundred, one split in ten would be off by three points by chance. */
const SPLITS = 20;

/** rightOfSplit gives how many guesses are right, with the tables and without, when the secrets are split in one way. */
const rightOfSplit = (
	targets: readonly Target[],
	split: string,
): readonly [right: number, without: number] => {
	const [first, second, third, fourth] = quartersOf(targets, split);
	let [right, without] = [0, 0];
	// What was learned from a half is chosen on the same half: readings as fine as the targets would look right. A quarter chooses.
	for (const [learned, chosen, tried] of [
		[first, second, [...third, ...fourth]],
		[third, fourth, [...first, ...second]],
	] as const) {
		const plain = withoutTables(learned);
		right += rightOf(tried, bestOf(chosen, [...plain, ...withTables(learned)]));
		without += rightOf(tried, bestOf(chosen, plain));
	}
	return [right, without];
};

const meanOf = (values: readonly number[]): number =>
	values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * guess lets an attacker who was told half of the secrets (far more than anyone is told) choose the best way and try it on the other
 * half, then the reverse; the mean of many ways to halve them. What is told is never tried, be it met in another table. `split` names the halves.
 */
export const guess = (targets: readonly Target[], split: string): Guessed => {
	const splits = Array.from({ length: SPLITS }, (_, turn) => rightOfSplit(targets, `${split}/${turn}`));
	const [right, without] = [meanOf(splits.map(([of]) => of)), meanOf(splits.map(([, of]) => of))];
	const trials = targets.length;
	return {
		score: trials === 0 ? 0 : right / trials,
		baseline: trials === 0 ? 0 : without / trials,
		interval: exactInterval(Math.round(right), trials),
		trials,
	};
};
