import { type BarPoint, highestOf } from '@vigie/dashboard-ui/bar-points';
import { inPageLanguage } from '@vigie/dashboard-ui/catalogue';
import type { ReleasedWeeks } from '@vigie/dashboard-ui/expected-weeks';
import { figureTexts } from '@vigie/dashboard-ui/figure-texts';
import { formats } from '@vigie/dashboard-ui/format';
import type { TableData } from '@vigie/dashboard-ui/table-data';
import { evolutionTexts } from '../texts/evolution-texts.js';
import type { Filters } from './filters.js';
import { periodName } from './names.js';
import type { Plan } from './plan.js';

/** EvolutionData is what one drawing shows: bars, with the filters and the table that they were read with. */
export interface EvolutionData {
	readonly bars: readonly BarPoint[];
	/** Weeks published up to the last bar, what the line is learnt from; null at a coarser level. */
	readonly history: ReleasedWeeks | null;
	readonly plan: Plan;
	readonly filters: Filters;
}

const t = inPageLanguage(evolutionTexts);
const shared = inPageLanguage(figureTexts);

/** barText writes the number of a bar with its ±, or that it is not published. */
export const barText = ({ value, plusOrMinus }: BarPoint): string =>
	value === null ? shared.notPublished : t.value(formats.count(value), String(plusOrMinus));

/** highestText names the highest bar; nothing when it is the last one, told already. */
export const highestText = (bars: readonly BarPoint[]): string => {
	const highest = highestOf(bars);
	return highest && highest !== bars.at(-1) ? t.highest(barText(highest), periodName(highest.manifest)) : '';
};

/** evolutionTable is the table behind the bars; it counts hidden cells where a bar is a sum. */
export const evolutionTable = (bars: readonly BarPoint[]): TableData => {
	const isSum = bars.some(({ shown, hidden }) => shown + hidden > 1);
	return {
		columns: [
			{ label: t.period, numeric: false },
			{ label: t.declarations, numeric: true },
			{ label: t.uncertainty, numeric: true },
			...(isSum ? [{ label: t.hiddenCells, numeric: true }] : []),
		],
		rows: bars.map(({ manifest, release, value, plusOrMinus, hidden }) => [
			{ text: periodName(manifest), sort: release },
			{ text: value === null ? shared.notPublished : formats.count(value), sort: value },
			{ text: value === null ? '' : String(plusOrMinus), sort: value === null ? null : plusOrMinus },
			...(isSum ? [{ text: String(hidden), sort: hidden }] : []),
		]),
	};
};
