import { mechanism } from '@vigie/publisher/disclosure/mechanism';
import { createDisclosure } from '@vigie/publisher/release/disclose';
import { disclosed, type FrozenFacts, freezeWithheld } from '@vigie/publisher/release/withheld';
import { nodesOfLevels } from '@vigie/publisher/vocabulary/cube';
import { expect, it } from 'vitest';

const disclosure = createDisclosure(mechanism, Buffer.alloc(32, 5));
const month = nodesOfLevels('month').filter(({ id }) => id === 'total');
const total = month.find(({ id }) => id === 'total')?.base ?? 0;
const fact = (n: number, structures = 9): FrozenFacts => ({
	n,
	kappa: BigInt(n),
	structures,
	top: Math.ceil(n / Math.max(1, structures)),
	withheld: 'none',
});
/** isMonthShown tells whether a month's total is shown, given those of its weeks. */
const isMonthShown = (weeks: readonly FrozenFacts[]): boolean => {
	const n = weeks.reduce((sum, week) => sum + week.n, 0);
	const facts = { ...fact(n), sample: [1, 2] as const };
	const earlier = weeks.map((week) => new Map([[total, week]]));
	const frozen = freezeWithheld(month, new Map([[total, facts]]), disclosure, earlier).get(total);
	return frozen !== undefined && disclosed(disclosure, frozen) !== null;
};

it('a month whose hidden week would be told by the others is hidden', () => {
	expect(isMonthShown([fact(60), fact(60), fact(60), fact(3)])).toBe(false);
	expect(isMonthShown([fact(60), fact(60), fact(60), fact(60)])).toBe(true);
});

it('a month whose hidden week is empty is hidden too: else its hiding would tell one to four events from none', () => {
	expect(isMonthShown([fact(60), fact(60), fact(0), fact(0)])).toBe(false);
	expect(isMonthShown([fact(60), fact(60), fact(60), fact(9, 4)])).toBe(false);
});

it('weeks that are hidden with enough events, from enough structures, leave their month shown', () => {
	expect(isMonthShown([fact(60), fact(60), fact(4, 3), fact(3, 2)])).toBe(true);
	expect(isMonthShown([fact(60), fact(60), fact(4, 2), fact(3, 2)])).toBe(false);
});

it('a month that equals its only shown week is hidden, one that adds up hidden weeks is not', () => {
	expect(isMonthShown([fact(60), fact(0), fact(0), fact(0)])).toBe(false);
	expect(isMonthShown([fact(4), fact(4), fact(4), fact(24)])).toBe(true);
});

it('a quarter whose hidden month would be told by its own shown weeks is hidden', () => {
	const [month1, month2]: [FrozenFacts, FrozenFacts] = [{ ...fact(123), withheld: 'both' }, fact(90)];
	const cell = (facts: FrozenFacts) => new Map([[total, facts]]);
	const isShown = (weeks: readonly FrozenFacts[]): boolean => {
		const quarter = new Map([[total, { ...fact(213), sample: [1, 2] as const }]]);
		const frozen = freezeWithheld(
			month,
			quarter,
			disclosure,
			[cell(month1), cell(month2)],
			[weeks.map(cell), []],
		);
		const own = frozen.get(total);
		return own !== undefined && disclosed(disclosure, own) !== null;
	};

	expect(isShown([fact(60), fact(60), fact(3)])).toBe(false);
	expect(isShown([fact(60), fact(4), fact(4)])).toBe(true);
});
