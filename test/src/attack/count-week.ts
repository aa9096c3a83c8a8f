import type { EventRow } from '@vigie/loader/row';
import { cube } from '@vigie/publisher/vocabulary/cube';
import { codesByValue, dimensions, positionsOf } from '@vigie/publisher/vocabulary/dimension';
import { addWeeks, revisionLimit, weekNumber } from '@vigie/schemas/calendar';
import type { Dimension, Family } from '@vigie/schemas/lattice';
import type { Received } from './received.js';

/** Counted is a cell before disclosure: its events, the sum of their keys and how many each structure sent. */
export interface Counted {
	n: number;
	kappa: bigint;
	readonly structures: Map<string, number>;
}

const KEY_BITS = 64;

const positionByValue = new Map(
	dimensions.map((dimension) => {
		const codes = positionsOf(dimension);
		return [
			dimension,
			new Map(codesByValue(dimension).map(([value, code]) => [value, codes.indexOf(code)] as const)),
		] as const;
	}),
);

const columnOf = (row: EventRow, dimension: Dimension): string => {
	if (dimension === 'failureGroup') return row.failureKind;
	return dimension === 'region' || dimension === 'departement' ? row.territory : row[dimension];
};

const familyOf = ({ kind }: EventRow): Family => {
	if (kind === 'referral.made') return 'referrals';
	return kind === 'nontakeup.signalled' ? 'nontakeup' : 'failures';
};

/** Term is what one dimension adds to the number of a cell. */
interface Term {
	readonly dimension: Dimension;
	readonly shares: ReadonlyMap<string, number>;
}

const familyNodes = new Map(
	(['failures', 'nontakeup', 'referrals'] satisfies Family[]).map((family) => [
		family,
		cube
			.filter((node) => node.family === family)
			.map(({ base, dimensions: crossed, factors }) => ({
				base,
				terms: crossed.map((dimension): Term => {
					const factor = factors[dimensions.indexOf(dimension)] ?? 0;
					const positions = positionByValue.get(dimension) ?? new Map<string, number>();
					return {
						dimension,
						shares: new Map([...positions].map(([value, position]) => [value, position * factor])),
					};
				}),
			})),
	]),
);

const cellOf = (row: EventRow, base: number, terms: readonly Term[]): number =>
	terms.reduce((sum, { dimension, shares }) => {
		const share = shares.get(columnOf(row, dimension));
		if (share === undefined) throw new RangeError('a code that the vocabulary does not know');
		return sum + share;
	}, base);

/** Of the same revision, the first received wins: the lowest slot, then the lowest hash, as in the store. */
const isBefore = (left: EventRow, right: EventRow): boolean =>
	left.receivedSlot === right.receivedSlot
		? BigInt(left.bodyHash) < BigInt(right.bodyHash)
		: left.receivedSlot < right.receivedSlot;

/** Event is what counts of an event: its content, and how it was first received. */
export interface Event {
	readonly content: EventRow;
	readonly first: Received;
}

const eventOf = (rows: readonly Received[]): Event | null => {
	const [any] = rows;
	if (!any) return null;
	const first = rows.reduce((best, one) => (isBefore(one.row, best.row) ? one : best), any);
	const last = rows.reduce(
		(best, one) =>
			one.row.revision > best.row.revision ||
			(one.row.revision === best.row.revision && isBefore(one.row, best.row))
				? one
				: best,
		any,
	);
	return last.row.retracted ? null : { content: last.row, first };
};

/** groupById gathers what was received of each event. */
export const groupById = (received: Iterable<Received>): ReadonlyMap<string, readonly Received[]> => {
	const groups = new Map<string, Received[]>();
	for (const one of received) {
		const known = groups.get(one.row.id);
		if (known) known.push(one);
		else groups.set(one.row.id, [one]);
	}
	return groups;
};

/**
 * eventsOf gives the events that count in a week, each once, by the publisher's rule: those first received in it, as they stood at the
 * week's limit for revisions. `limit` moves it.
 */
export const eventsOf = (
	received: ReadonlyMap<string, readonly Received[]>,
	week: string,
	limit: Date = revisionLimit(week),
): readonly Event[] => {
	const [own, next, until] = [weekNumber(week), weekNumber(addWeeks(week, 1)), limit.toISOString()];
	const counts = ({ row }: Received): boolean =>
		row.receivedWeek === own || (row.receivedWeek >= next && row.receivedSlot < until);
	return [...received.values()].flatMap((rows) => {
		const isOwn = rows.some(({ row }) => row.receivedWeek === own);
		if (!isOwn || rows.some(({ row }) => row.receivedWeek < own)) return [];
		return eventOf(rows.filter(counts)) ?? [];
	});
};

const told = ({ content, first }: Event): EventRow => ({ ...content, roleFamily: first.row.roleFamily });

/** cellsOfEvent gives every cell of the cube that counts an event. */
export const cellsOfEvent = (event: Event): readonly number[] => {
	const row = told(event);
	return (familyNodes.get(familyOf(row)) ?? []).map(({ base, terms }) => cellOf(row, base, terms));
};

/** countEvents counts events in every cell of the cube that they fall in. */
export const countEvents = (events: readonly Event[]): Map<number, Counted> => {
	const cells = new Map<number, Counted>();
	for (const event of events) {
		const { first } = event;
		const key = BigInt(first.row.recordKey);
		for (const cell of cellsOfEvent(event)) {
			const counted = cells.get(cell) ?? { n: 0, kappa: 0n, structures: new Map<string, number>() };
			cells.set(cell, counted);
			counted.n += 1;
			counted.kappa = BigInt.asUintN(KEY_BITS, counted.kappa + key);
			counted.structures.set(first.structure, (counted.structures.get(first.structure) ?? 0) + 1);
		}
	}
	return cells;
};

/** addUp sums the counts of some weeks, as a month or a quarter does. */
export const addUp = (weeks: readonly ReadonlyMap<number, Counted>[]): Map<number, Counted> => {
	const sum = new Map<number, Counted>();
	for (const week of weeks)
		for (const [cell, { n, kappa, structures }] of week) {
			const total = sum.get(cell) ?? { n: 0, kappa: 0n, structures: new Map<string, number>() };
			sum.set(cell, total);
			total.n += n;
			total.kappa = BigInt.asUintN(KEY_BITS, total.kappa + kappa);
			for (const [structure, events] of structures)
				total.structures.set(structure, (total.structures.get(structure) ?? 0) + events);
		}
	return sum;
};
