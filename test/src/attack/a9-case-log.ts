import { createRandom } from '@vigie/demonstration/random';
import type { Mechanism } from '@vigie/publisher/disclosure/mechanism';
import { type PTable, solvePTable } from '@vigie/publisher/disclosure/p-table';
import { type AttackResult, resultOf } from './result.js';
import { bootstrapInterval } from './statistics.js';

const BOUND = 0.05;
// Of the cases that an institution knows to have gone wrong, few are told to Vigie.
const BASE_RATE = 0.05;
const EVEN = 0.5;

/** Likelihood is the probability of a value given a true count. */
const likelihood = (table: PTable, n: number, y: number): number =>
	(table[Math.min(n, table.length - 1)] ?? []).find(({ v }) => n + v === y)?.p ?? 0;

/** Seen is a shown cell that holds the person's event, if it was sent: its true count with the event, and what it shows. */
export interface Seen {
	readonly n: number;
	readonly y: number;
}

/** posteriorOf is what somebody who knows every event but one then believes of that one. */
export const posteriorOf = (table: PTable, seen: readonly Seen[], sent: boolean, prior: number): number => {
	const odds = seen.reduce(
		(product, { n, y }) => {
			const [withIt, without] = sent ? [n, n - 1] : [n + 1, n];
			const [p1, p0] = [likelihood(table, withIt, y), likelihood(table, without, y)];
			return product * (p0 === 0 ? Number.POSITIVE_INFINITY : p1 / p0);
		},
		prior / (1 - prior),
	);
	return odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
};

/** Person is one event in all the tables that would count it: what is read with it, and what is read without. */
export interface Person {
	readonly sent: readonly Seen[];
	readonly notSent: readonly Seen[];
}

const gainOf = (table: PTable, { sent, notSent }: Person, prior: number): number => {
	const right =
		prior * (posteriorOf(table, sent, true, prior) > EVEN ? 1 : 0) +
		(1 - prior) * (posteriorOf(table, notSent, false, prior) > EVEN ? 0 : 1);
	return right - Math.max(prior, 1 - prior);
};

const meanOf = (values: readonly number[]): number =>
	values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * caseLog is an institution that knows every event but one: how much more often it is right about that one, at the share of cases that
 * are told to Vigie. Told besides: the same at even odds, and with one table only.
 */
export const caseLog = (persons: readonly Person[], mechanism: Mechanism, seed: string): AttackResult => {
	const table = solvePTable(mechanism);
	const gains = persons.map((person) => gainOf(table, person, BASE_RATE));
	const even = persons.map((person) => gainOf(table, person, EVEN));
	const single = persons.map(({ sent, notSent }) =>
		gainOf(table, { sent: sent.slice(0, 1), notSent: notSent.slice(0, 1) }, EVEN),
	);
	return resultOf(
		{
			score: meanOf(gains),
			baseline: 0,
			interval: bootstrapInterval(gains, seed),
			trials: persons.length,
		},
		BOUND,
		{ prior: BASE_RATE, gainAtEvenOdds: meanOf(even), gainOfOneTableAtEvenOdds: meanOf(single) },
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
