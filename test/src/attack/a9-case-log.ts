import { createRandom } from '@vigie/demonstration/random';
import type { Mechanism } from '@vigie/publisher/disclosure/mechanism';
import { type PTable, solvePTable } from '@vigie/publisher/disclosure/p-table';
import { type AttackResult, resultOf } from './result.js';
import { bootstrapInterval } from './statistics.js';

const BOUND = 0.05;
// Some thousands of events a week, on files of which there are tens of millions: few of those that go wrong are told to Vigie.
const BASE_RATE = 0.001;

/** Likelihood is the probability of a value given a true count. */
const likelihood = (table: PTable, n: number, y: number): number =>
	(table[Math.min(n, table.length - 1)] ?? []).find(({ v }) => n + v === y)?.p ?? 0;

/** Seen is a shown cell that counts the person's event: its true count, and what it shows. */
export interface Seen {
	readonly n: number;
	readonly y: number;
	/** Whether the cell is of one platform: the log of an institution covers its own. */
	readonly ofPlatform: boolean;
}

/** posteriorOf is what somebody who knows every event but one then believes of that one, which was sent. */
export const posteriorOf = (table: PTable, seen: readonly Seen[], prior: number): number => {
	const odds = seen.reduce(
		(product, { n, y }) => {
			const [sent, notSent] = [likelihood(table, n, y), likelihood(table, n - 1, y)];
			return product * (notSent === 0 ? Number.POSITIVE_INFINITY : sent / notSent);
		},
		prior / (1 - prior),
	);
	return odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
};

/** gainOf is how much surer than before somebody is of a person whose event was sent. */
const gainOf = (table: PTable, person: readonly Seen[], prior: number): number =>
	posteriorOf(table, person, prior) - prior;

const meanOf = (values: readonly number[]): number =>
	values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * caseLog is somebody who knows every event of the country but one: how much surer than before they are, on average, of one that was sent,
 * when one case in a thousand is told to Vigie. Told besides: the same when one in a hundred is, one in twenty, one in two; and of an
 * institution, whose log covers its own platforms only.
 */
export const caseLog = (
	persons: readonly (readonly Seen[])[],
	mechanism: Mechanism,
	seed: string,
): AttackResult => {
	const table = solvePTable(mechanism);
	const gainsAt = (prior: number, of = persons) => of.map((person) => gainOf(table, person, prior));
	const gains = gainsAt(BASE_RATE);
	const ownOnly = persons.map((person) => person.filter(({ ofPlatform }) => ofPlatform));
	return resultOf(
		{
			score: meanOf(gains),
			baseline: 0,
			interval: bootstrapInterval(gains, seed),
			trials: persons.length,
		},
		BOUND,
		{
			prior: BASE_RATE,
			oneInHundred: meanOf(gainsAt(0.01)),
			oneInTwenty: meanOf(gainsAt(0.05)),
			oneInTwo: meanOf(gainsAt(0.5)),
			ownPlatforms: meanOf(gainsAt(BASE_RATE, ownOnly)),
			ownPlatformsOneInHundred: meanOf(gainsAt(0.01, ownOnly)),
		},
	);
};

/** drawnOf draws some of a list, the same for a seed. */
export const drawnOf = <Item>(items: readonly Item[], count: number, seed: string): readonly Item[] => {
	const random = createRandom(`drawn/${seed}`);
	return Array.from(
		{ length: Math.min(count, items.length) },
		() => items[Math.floor(random.uniform() * items.length)],
	).filter((item) => item !== undefined);
};
