import { sharePoints } from '@vigie/dashboard-ui/uncertainty';
import type { Manifest, ReleaseTable, SeriesTable } from '@vigie/schemas/http';
import { referralFamilies } from '@vigie/schemas/taxonomy/lists/referral-families';
import { matrixOf } from './matrix.js';

/** families are the nodes of the circuit, in the order of the slip. */
export const families: readonly string[] = referralFamilies.map(({ code }) => code);

/** RoundTrip is a pair of families that send people to each other. */
export interface RoundTrip {
	readonly one: string;
	readonly other: string;
	readonly there: number;
	readonly back: number;
}

/** roundTripOf finds the pair with the most referrals both ways: the largest of the smaller direction. Null when none is displayed both ways. */
export const roundTripOf = (table: ReleaseTable): RoundTrip | null => {
	const matrix = matrixOf(table, 'referralFrom');
	const trips = families.flatMap((one, index) =>
		families.slice(index + 1).flatMap((other) => {
			const there = matrix.at(one, other).y;
			const back = matrix.at(other, one).y;
			return there === null || back === null ? [] : [{ one, other, there, back }];
		}),
	);
	return trips.toSorted((a, b) => Math.min(b.there, b.back) - Math.min(a.there, a.back))[0] ?? null;
};

/** LoopShare is the part of referrals that return to a family already seen, with what it was computed from. */
export interface LoopShare {
	readonly share: number;
	readonly total: number;
	readonly circuits: number;
}

/** Cell is a number of the table of circuits: from, to, and whether they return. */
interface Cell {
	readonly coordinates: readonly string[];
	readonly y: number | null;
}

/** loopShareOf sums the circuits whose two numbers (loop, no loop) are both displayed: taking one without the other would lean the share. */
export const loopShareOf = (rows: readonly Cell[]): LoopShare | null => {
	const circuits = new Map<string, { yes: number | null; no: number | null }>();
	for (const { coordinates, y } of rows) {
		const [from = '', to = '', loop] = coordinates;
		const circuit = circuits.get(`${from} ${to}`) ?? { yes: null, no: null };
		if (loop === 'OUI') circuit.yes = y;
		if (loop === 'NON') circuit.no = y;
		circuits.set(`${from} ${to}`, circuit);
	}
	const both = [...circuits.values()].flatMap(({ yes, no }) =>
		yes === null || no === null ? [] : [{ yes, no }],
	);
	const yes = both.reduce((sum, circuit) => sum + circuit.yes, 0);
	const total = both.reduce((sum, circuit) => sum + circuit.yes + circuit.no, 0);
	return total === 0 ? null : { share: yes / total, total, circuits: both.length };
};

/** loopPoints gives the plus or minus of such a share, in points: each circuit adds two numbers changed at random. */
export const loopPoints = ({ share, total, circuits }: LoopShare, variance: number): number =>
	sharePoints(share, total, variance * 2 * circuits);

/** Circle is the largest published round trip, told from the family to which people come back. */
export interface Circle {
	readonly from: string;
	readonly via: string;
	readonly there: number;
	readonly back: number;
	/** Of the referrals back that bear a slip, those that are a return; null where one of the two numbers is hidden. */
	readonly closing: LoopShare | null;
}

/** circleOf finds it; it is told so that the direction in which more of the referrals are a return closes it. */
export const circleOf = (table: ReleaseTable, loops: readonly Cell[]): Circle | null => {
	const trip = roundTripOf(table);
	if (trip === null) return null;
	const { one, other, there, back } = trip;
	const closingOf = (from: string, to: string) =>
		loopShareOf(loops.filter(({ coordinates }) => coordinates[0] === from && coordinates[1] === to));
	const [toOne, toOther] = [closingOf(other, one), closingOf(one, other)];
	return (toOther?.share ?? -1) > (toOne?.share ?? -1)
		? { from: other, via: one, there: back, back: there, closing: toOther }
		: { from: one, via: other, there, back, closing: toOne };
};

/** LoopMonth is a month of the course of the share; null where nothing of it can be told. */
export interface LoopMonth {
	readonly manifest: Manifest;
	readonly loop: LoopShare | null;
	/** Plus or minus, in points. */
	readonly points: number;
}

/** loopCourseOf gives the share month after month, oldest first. */
export const loopCourseOf = (
	{ coordinates, releases, values }: SeriesTable,
	months: readonly Manifest[],
): readonly LoopMonth[] =>
	months.map((manifest) => {
		const numbers = values[releases.indexOf(manifest.release)] ?? [];
		const loop = loopShareOf(coordinates.map((of, at) => ({ coordinates: of, y: numbers[at] ?? null })));
		return { manifest, loop, points: loop ? loopPoints(loop, manifest.mechanism.V) : 0 };
	});
