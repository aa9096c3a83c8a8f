import type { BarPoint } from '@vigie/dashboard-ui/bar-points';
import { inPageLanguage } from '@vigie/dashboard-ui/catalogue';
import { kindName, platformShort, stepName } from '@vigie/dashboard-ui/code-names';
import { figureTexts } from '@vigie/dashboard-ui/figure-texts';
import { formats } from '@vigie/dashboard-ui/format';
import type { TableData } from '@vigie/dashboard-ui/table-data';
import { reportTexts as t } from '../texts/report-texts.js';
import type { Failure } from './report-name.js';

const figure = inPageLanguage(figureTexts);

/** cellName says which published cell stands for a report: "caf.fr, numéro provisoire refusé, toutes étapes". */
export const cellName = ({ platform, step, failureKind }: Failure): string => {
	const where = platformShort(platform);
	if (failureKind !== null) {
		const both = `${where}, ${kindName(failureKind).toLowerCase()}`;
		return step === null ? both : t.allSteps(both);
	}
	return step === null ? where : t.allKinds(`${where}, ${stepName(step).toLowerCase()}`);
};

/** barText writes a week's number, or that it is not published. */
export const barText = ({ value, plusOrMinus }: BarPoint): string =>
	value === null ? figure.notPublished : t.value(formats.count(value), String(plusOrMinus));

/** weeksTable is the table behind the chart of weeks. */
export const weeksTable = (bars: readonly BarPoint[]): TableData => ({
	columns: [
		{ label: t.weekColumn, numeric: false },
		{ label: t.countColumn, numeric: true },
		{ label: t.halfColumn, numeric: true },
	],
	rows: bars.map((bar) => [
		{ text: formats.week(bar.release), sort: bar.release },
		{ text: bar.value === null ? figure.notPublished : formats.count(bar.value), sort: bar.value },
		{
			text: bar.value === null ? '' : String(bar.plusOrMinus),
			sort: bar.value === null ? null : bar.plusOrMinus,
		},
	]),
});
