import { inPageLanguage } from '@vigie/dashboard-ui/catalogue';
import { departementName } from '@vigie/dashboard-ui/code-names';
import type { DepartementCount } from '@vigie/dashboard-ui/departement-counts';
import type { ExpectedSum } from '@vigie/dashboard-ui/expected-weeks';
import { figureTexts } from '@vigie/dashboard-ui/figure-texts';
import { formats } from '@vigie/dashboard-ui/format';
import { plusOrMinus } from '@vigie/dashboard-ui/uncertainty';
import { whereTexts } from '../texts/where-texts.js';
import type { Filters } from './filters.js';
import type { WhereQuery } from './where-query.js';
import { classOfRatio, MAP_CLASSES, type MapClass } from './where-ratio.js';

/** ComparedCount is what is published of a département beside what was expected of it; null where too little is published to say. */
export interface ComparedCount extends DepartementCount {
	readonly expected: ExpectedSum | null;
}

/** WhereData is what one map shows, with the filters and the table that it was read with. */
export interface WhereData {
	readonly counts: readonly ComparedCount[];
	readonly query: WhereQuery;
	readonly filters: Filters;
}

const t = inPageLanguage(whereTexts);
const shared = inPageLanguage(figureTexts);
const NAMED = 3;

/** countHalf is the ± of a département's sum, at the variance of the release. */
export const countHalf = ({ shown }: DepartementCount, variance: number): string =>
	String(plusOrMinus(Math.max(shown, 1), variance));

/** countText writes a département's number with its ±, and over how many cells when some are not published. */
const countText = (count: DepartementCount, variance: number): string => {
	if (count.value === null) return shared.notPublished;
	const value = t.value(formats.count(count.value), countHalf(count, variance));
	return count.hidden === 0
		? value
		: t.partial(value, String(count.shown), String(count.shown + count.hidden));
};

/** mapClassOf ranks a département; null where it cannot be compared with itself. */
export const mapClassOf = ({ value, expected }: ComparedCount): MapClass | null =>
	value === null || expected === null ? null : classOfRatio(value, expected);

/** comparedText writes a département's number, and what was expected of it where that can be said. */
export const comparedText = (count: ComparedCount, variance: number): string => {
	const text = countText(count, variance);
	const { value, expected } = count;
	if (value === null) return text;
	if (expected === null) return t.notCompared(text);
	const [mu, low, high] = [expected.expected, expected.low, expected.high].map((of) =>
		formats.count(Math.round(of)),
	);
	return t.compared(text, mu ?? '', low ?? '', high ?? '', formats.times(value / expected.expected));
};

const rankOf = (count: ComparedCount): number => MAP_CLASSES.indexOf(mapClassOf(count) ?? 'usual');
const ratioOf = ({ value, expected }: ComparedCount): number => (value ?? 0) / (expected?.expected ?? 1);

/** aboveText names the départements furthest above their own expected; words when none is, or when none can be compared. */
export const aboveText = ({ counts, query }: WhereData): string => {
	if (counts.every((count) => mapClassOf(count) === null)) return t.noneCompared;
	const above = counts
		.filter((count) => rankOf(count) > 0)
		.toSorted((a, b) => rankOf(b) - rankOf(a) || ratioOf(b) - ratioOf(a));
	if (above.length === 0) return t.noneAbove;
	const named = above
		.slice(0, NAMED)
		.map(
			(count) =>
				`${departementName(count.code)} (${t.timesExpected(formats.times(ratioOf(count)))}, ${countText(count, query.period.mechanism.V)})`,
		);
	return above.length === 1
		? t.oneAbove(named[0] ?? '')
		: t.above(formats.count(above.length), formats.list(named));
};
