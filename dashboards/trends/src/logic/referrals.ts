import type { ReleaseTable } from '@vigie/schemas/http';
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

/** loopShareOf sums the circuits whose two numbers (loop, no loop) are both displayed: taking one without the other would lean the share. */
export const loopShareOf = ({ rows }: ReleaseTable): LoopShare | null => {
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
