import { inPageLanguage } from '@vigie/dashboard-ui/catalogue';
import type { ExpectedWeek } from '@vigie/dashboard-ui/expected-weeks';
import { formats } from '@vigie/dashboard-ui/format';
import type { TableData } from '@vigie/dashboard-ui/table-data';
import { evolutionTexts } from '../texts/evolution-texts.js';

const t = inPageLanguage(evolutionTexts);

/** Expectations are one a bar, null where no line is drawn; null as a whole while they are being computed, or when there are none. */
export type Expectations = readonly (ExpectedWeek | null)[] | null;

const whole = (value: number): string => formats.count(Math.round(value));

/** rangeText writes the usual range of a week. */
export const rangeText = ({ low, high }: ExpectedWeek): string => t.usual(whole(low), whole(high));

/** expectedText writes the expected number of a week. */
export const expectedText = ({ expected }: ExpectedWeek): string => t.expected(whole(expected));

/** withExpected adds to the table of a figure what was expected of each week, its usual range and its threshold. */
export const withExpected = ({ columns, rows }: TableData, expectations: Expectations): TableData => {
	if (!expectations?.some((week) => week !== null)) return { columns, rows };
	const added = [t.expectedColumn, t.lowColumn, t.highColumn, t.thresholdColumn];
	return {
		columns: [...columns, ...added.map((label) => ({ label, numeric: true }))],
		rows: rows.map((row, rank) => {
			const week = expectations[rank] ?? null;
			const numbers = [week?.expected, week?.low, week?.high, week?.threshold];
			return [
				...row,
				...numbers.map((value) =>
					value === undefined ? { text: '', sort: null } : { text: whole(value), sort: Math.round(value) },
				),
			];
		}),
	};
};
