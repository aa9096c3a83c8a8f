import type { BarPoint } from '@vigie/dashboard-ui/bar-points';
import { inPageLanguage } from '@vigie/dashboard-ui/catalogue';
import { kindName, platformShort, stepName } from '@vigie/dashboard-ui/code-names';
import type { ExpectedWeek } from '@vigie/dashboard-ui/expected-weeks';
import { figureTexts } from '@vigie/dashboard-ui/figure-texts';
import { formats } from '@vigie/dashboard-ui/format';
import type { TableData } from '@vigie/dashboard-ui/table-data';
import { periodTexts } from '../texts/period-texts.js';
import { reportTexts as t } from '../texts/report-texts.js';
import type { Cell } from './cell.js';
import type { Failure } from './report-name.js';

const figure = inPageLanguage(figureTexts);

/** cellName says which published cell stands for a report: "caf.fr, numéro provisoire refusé, toutes étapes". */
export const cellName = ({ platform, step, failureKind }: Failure, level: Cell['level']): string => {
	const where = platformShort(platform);
	if (level === 'month') return t.allOf(where);
	if (failureKind !== null) {
		const both = `${where}, ${kindName(failureKind).toLowerCase()}`;
		return step === null ? both : t.allSteps(both);
	}
	return step === null ? where : t.allKinds(`${where}, ${stepName(step).toLowerCase()}`);
};

/** barText writes a week's number, or that it is not published. */
export const barText = ({ value, plusOrMinus }: BarPoint): string =>
	value === null ? figure.notPublished : t.value(formats.count(value), String(plusOrMinus));

/** barsLevel tells whether bars are of weeks or of months. */
export const barsLevel = (bars: readonly BarPoint[]): Cell['level'] =>
	bars.at(-1)?.manifest.level === 'month' ? 'month' : 'week';

/** periodName names what a bar counts: a week by its Monday, a month by its days. */
export const periodName = ({ release, manifest }: BarPoint): string =>
	manifest.level === 'month'
		? formats.range(new Date(manifest.start), new Date(manifest.end))
		: formats.week(release);

const whole = (value: number): string => formats.count(Math.round(value));

/** readText writes the number of a week or a month beside what was expected of it, where that is known. */
export const readText = (bar: BarPoint, expected: ExpectedWeek | null): string =>
	expected === null
		? barText(bar)
		: t.against(barText(bar), whole(expected.expected), whole(expected.low), whole(expected.high));

const expectedCells = (expected: ExpectedWeek | undefined) =>
	[expected?.expected, expected?.low, expected?.high].map((value) =>
		value === undefined ? { text: '', sort: null } : { text: whole(value), sort: Math.round(value) },
	);

/** periodsTable is the table behind the chart of weeks or months; what was expected, by release. */
export const periodsTable = (
	bars: readonly BarPoint[],
	expected: ReadonlyMap<string, ExpectedWeek>,
): TableData => ({
	columns: [
		{ label: periodTexts[barsLevel(bars)].column, numeric: false },
		{ label: t.countColumn, numeric: true },
		{ label: t.halfColumn, numeric: true },
		...[t.expectedColumn, t.lowColumn, t.highColumn].map((label) => ({ label, numeric: true })),
	],
	rows: bars.map((bar) => [
		{ text: periodName(bar), sort: bar.release },
		{ text: bar.value === null ? figure.notPublished : formats.count(bar.value), sort: bar.value },
		{
			text: bar.value === null ? '' : String(bar.plusOrMinus),
			sort: bar.value === null ? null : bar.plusOrMinus,
		},
		...expectedCells(expected.get(bar.release)),
	]),
});
