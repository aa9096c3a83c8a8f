import { inPageLanguage } from '@vigie/dashboard-ui/catalogue';
import { departementName } from '@vigie/dashboard-ui/code-names';
import type { DepartementCount } from '@vigie/dashboard-ui/departement-counts';
import { figureTexts } from '@vigie/dashboard-ui/figure-texts';
import { formats } from '@vigie/dashboard-ui/format';
import { plusOrMinus } from '@vigie/dashboard-ui/uncertainty';
import { whereTexts } from '../texts/where-texts.js';
import type { Filters } from './filters.js';
import type { WhereQuery } from './where-query.js';

/** WhereData is what one map shows, with the filters and the table that it was read with. */
export interface WhereData {
	readonly counts: readonly DepartementCount[];
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
export const countText = (count: DepartementCount, variance: number): string => {
	if (count.value === null) return shared.notPublished;
	const value = t.value(formats.count(count.value), countHalf(count, variance));
	return count.hidden === 0
		? value
		: t.partial(value, String(count.shown), String(count.shown + count.hidden));
};

/** mostText names the départements with the most reports; nothing when none is published. */
export const mostText = ({ counts, query }: WhereData): string => {
	const ranked = counts
		.filter(({ value }) => value !== null)
		.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0));
	const named = ranked
		.slice(0, NAMED)
		.map((count) => `${departementName(count.code)} (${countText(count, query.period.mechanism.V)})`);
	return named.length === 0 ? '' : t.most(formats.list(named));
};
