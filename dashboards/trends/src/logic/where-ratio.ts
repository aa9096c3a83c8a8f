import { type ExpectedSum, expectSum } from '@vigie/dashboard-ui/expected-weeks';
import { pointsOf } from '@vigie/dashboard-ui/series-points';
import type { SeriesTable } from '@vigie/schemas/http';
import { departementTiles } from '@vigie/schemas/taxonomy/lists/department-tiles';
import type { WhereQuery } from './where-query.js';

/** MapClass is how far a département is from its own expected, least first. */
export const MAP_CLASSES = ['usual', 'some', 'more', 'twice'] as const;
export type MapClass = (typeof MAP_CLASSES)[number];

const FROM = { some: 1.2, more: 1.5, twice: 2 } as const;
/** What a département is learnt from: half a year of weeks, a year of months, at most. */
const HISTORY = { week: 26, month: 12, quarter: 8 } as const;

/** classOfRatio never sets a département apart for a number within its usual range: a small one is often half as much again by chance. */
export const classOfRatio = (value: number, { expected, high }: ExpectedSum): MapClass => {
	const ratio = value / expected;
	if (value <= high || ratio < FROM.some) return 'usual';
	if (ratio < FROM.more) return 'some';
	return ratio < FROM.twice ? 'more' : 'twice';
};

const breathe = () => new Promise<void>((resolve) => setTimeout(resolve));

/** expectDepartements computes what each of the 101 départements was expected to bring over the period shown; null where too little is published. */
export const expectDepartements = async (
	series: SeriesTable,
	{ level, selection, releases, period }: Pick<WhereQuery, 'level' | 'selection' | 'releases' | 'period'>,
): Promise<ReadonlyMap<string, ExpectedSum | null>> => {
	const found = new Map<string, ExpectedSum | null>();
	for (const { code } of departementTiles) {
		const points = pointsOf(series, { ...selection, departement: [code] }).slice(
			-(HISTORY[level] + releases.length),
		);
		const weeks = points.map(({ release }) => release);
		const values = points.map(({ value }) => value);
		found.set(code, expectSum({ weeks, values, k: period.mechanism.k }, releases.length));
		if (found.size % 4 === 0) await breathe();
	}
	return found;
};
