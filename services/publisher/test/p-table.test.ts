import { mechanism } from '@vigie/publisher/disclosure/mechanism';
import { type Chance, type Noise, solvePTable } from '@vigie/publisher/disclosure/p-table';
import { describe, expect, it } from 'vitest';

const roundedRow = (row: readonly Chance[]): Record<string, string> =>
	Object.fromEntries(row.map(({ v, p }) => [String(v), p.toFixed(6)]));

/** rowOf writes probabilities as the table gives them, from the perturbation `from` on, to six decimals. */
const rowOf = (entries: Readonly<Record<string, number>>): Record<string, string> =>
	Object.fromEntries(Object.entries(entries).map(([v, p]) => [v, p.toFixed(6)]));

// The frequency table that tau-ARGUS ships (D = 5, V = 3, js = 2, pstay = 0.5).
const tauArgus = [
	{ 0: 1 },
	{ '-1': 0.73447, 2: 0.13672, 3: 0.072796, 4: 0.03743, 5: 0.018584 },
	{ '-2': 0.408807, 1: 0.406644, 2: 0.147624, 3: 0.032319, 4: 0.004267, 5: 0.00034 },
	{ '-3': 0.187376, 0: 0.5, 1: 0.156298, 2: 0.090814, 3: 0.043242, 4: 0.016874, 5: 0.005396 },
	{ '-4': 0.091461, '-1': 0.153404, 0: 0.5, 1: 0.107456, 2: 0.072883, 3: 0.042969, 4: 0.02202, 5: 0.009808 },
	{
		'-5': 0.039343,
		'-2': 0.105804,
		'-1': 0.114271,
		0: 0.5,
		1: 0.09123,
		2: 0.067438,
		3: 0.043932,
		4: 0.025222,
		5: 0.012761,
	},
	{
		'-3': 0.090633,
		'-2': 0.09217,
		'-1': 0.09217,
		0: 0.5,
		1: 0.071263,
		2: 0.057594,
		3: 0.043787,
		4: 0.031315,
		5: 0.021068,
	},
	{
		'-4': 0.033939,
		'-3': 0.054588,
		'-2': 0.076072,
		'-1': 0.091853,
		0: 0.5,
		1: 0.087107,
		2: 0.068413,
		3: 0.046555,
		4: 0.02745,
		5: 0.014023,
	},
	{
		'-5': 0.011585,
		'-4': 0.025395,
		'-3': 0.04676,
		'-2': 0.072317,
		'-1': 0.093943,
		0: 0.5,
		1: 0.093943,
		2: 0.072317,
		3: 0.04676,
		4: 0.025395,
		5: 0.011585,
	},
] as const;

const worked = {
	1: { '-1': 0.787397, 2: 0.049625, 3: 0.040176, 4: 0.046393, 5: 0.076409 },
	4: {
		'-4': 0.119294,
		'-1': 0.259398,
		0: 0.234938,
		1: 0.177913,
		2: 0.11265,
		3: 0.059638,
		4: 0.026399,
		5: 0.00977,
	},
	8: {
		'-5': 0.010282,
		'-4': 0.029653,
		'-3': 0.067586,
		'-2': 0.121735,
		'-1': 0.173281,
		0: 0.194923,
		1: 0.173281,
		2: 0.121735,
		3: 0.067586,
		4: 0.029653,
		5: 0.010282,
	},
} as const;

describe('the perturbation table', () => {
	it.each([...tauArgus.keys()])('rebuilds row %i of tau-ARGUS to six decimals', (count) => {
		const table = solvePTable({ D: 5, V: 3, js: 2, pstay: 0.5 });

		expect(roundedRow(table[count] ?? [])).toEqual(rowOf(tauArgus[count] ?? {}));
	});

	it.each([1, 4, 8] as const)(
		'gives row %i of the worked table of D = 5 and V = 4 to six decimals',
		(count) => {
			expect(roundedRow(solvePTable({ D: 5, V: 4, js: 2 })[count] ?? [])).toEqual(rowOf(worked[count]));
		},
	);

	const noises: readonly Noise[] = [
		mechanism,
		{ D: 5, V: 3, js: 2, pstay: 0.5 },
		{ D: 4, V: 2, js: 1 },
		{ D: 5, V: 4, js: 2 },
	];

	it.each(noises)('is unbiased and of variance V in every row: %o', (noise) => {
		for (const row of solvePTable(noise).slice(1)) {
			const sum = (f: (chance: Chance) => number): number =>
				row.reduce((total, chance) => total + f(chance), 0);
			expect(Math.abs(sum(({ p }) => p) - 1)).toBeLessThan(1e-12);
			expect(Math.abs(sum(({ v, p }) => v * p))).toBeLessThan(1e-9);
			expect(Math.abs(sum(({ v, p }) => v * v * p) - noise.V)).toBeLessThan(1e-6);
			expect(row.every(({ p }) => p >= 0)).toBe(true);
		}
	});

	it('refuses a variance that its bounds cannot reach', () => {
		expect(() => solvePTable({ D: 2, V: 40, js: 1 })).toThrow(RangeError);
	});
});
