import * as Plot from '@observablehq/plot';
import { axisOf } from './axis.js';
import { CHART_CLASS, hatch, paint } from './chart-style.js';
import { expectedMarks } from './expected-marks.js';
import type { ExpectedWeek } from './expected-weeks.js';
import { type ChartFlag, flagMarks } from './flag-marks.js';
import { holidayBands } from './holiday-bands.js';
import { ticksOf } from './month-ticks.js';
import type { Mark } from './reading-cursor.js';
import { isAbove } from './signal-series.js';

/** Bar is one release of the series. */
export interface Bar {
	readonly release: string;
	readonly start: Date;
	/** Null when not published. */
	readonly value: number | null;
	readonly plusOrMinus: number;
	/** What was to be expected, where a line is drawn. */
	readonly expected?: ExpectedWeek | null;
	/** What the reading cursor says. */
	readonly text: string;
}

/** EvolutionOptions are the words and measures of one drawing. */
interface EvolutionOptions {
	readonly bars: readonly Bar[];
	readonly width: number;
	readonly id: string;
	/** Follows the number of the top line: "déclarations par semaine". */
	readonly unit: string;
	readonly count: (value: number) => string;
	readonly month: (at: Date) => string;
	/** True when the bars are weeks: holidays are then drawn behind them, where there is room. */
	readonly weekly?: boolean;
	/** What happened, at its week: drawn where there is room, told in words beside the chart. */
	readonly flags?: readonly ChartFlag[];
}

const STUB = 9;
const NARROW = 560;
/** Flags and holidays need less room than the words of a wide chart. */
const FLAGS_FROM = 480;
const WHISKERS_UNDER = 100;
type Shown = Bar & { readonly value: number; readonly index: number };
const isRed = ({ value, expected = null }: Shown): boolean => isAbove({ value, expected });

/** evolutionChart draws a series as bars; what is not published is a hatched stub of one height, which says nothing of its number. */
export const evolutionChart = ({
	bars,
	width,
	id,
	unit,
	count,
	month,
	weekly = false,
	flags = [],
}: EvolutionOptions) => {
	const isNarrow = width < NARROW;
	const height = isNarrow ? 270 : 400;
	const hasNames = weekly && width >= FLAGS_FROM;
	// The names of holidays stand above the top line.
	const above = hasNames ? 46 : 34;
	const [left, right, top, bottom] = [isNarrow ? 40 : 50, 6, isNarrow ? above : 52, 56];
	const most = Math.max(
		0,
		...bars.map(({ value, plusOrMinus }) => (value === null ? 0 : value + plusOrMinus)),
		...bars.map(({ expected }) => expected?.high ?? 0),
	);
	const lines = axisOf(most);
	const ceiling = lines.at(-1) ?? most;
	const stub = (STUB / (height - top - bottom)) * ceiling;
	const shown = bars.flatMap((bar, index) =>
		bar.value === null ? [] : [{ ...bar, index, value: bar.value }],
	);
	const hidden = bars.flatMap((bar, index) => (bar.value === null ? [{ index }] : []));
	const half = 0.38;
	const ticks = ticksOf(
		bars.map(({ start }) => start),
		width - left - right,
		month,
	);
	const side = {
		x1: (bar: { index: number }) => bar.index - half,
		x2: (bar: { index: number }) => bar.index + half,
	};

	const step = (width - left - right) / (bars.length + 0.2);

	const svg = Plot.plot({
		className: CHART_CLASS,
		width,
		height,
		marginLeft: left,
		marginRight: right,
		marginTop: top,
		marginBottom: bottom,
		x: { domain: [-0.6, bars.length - 0.4], axis: null },
		y: { domain: [0, ceiling], axis: null },
		marks: [
			hatch(`${id}-hatch`, 2.6),
			...(hasNames
				? holidayBands(
						bars.map(({ start }) => start),
						ceiling,
					)
				: []),
			Plot.ruleY(lines, { stroke: paint.grid }),
			Plot.rect(shown, {
				...side,
				y1: 0,
				y2: 'value',
				fill: (bar: Shown) => (isRed(bar) ? paint.above : paint.bar),
			}),
			Plot.link(
				shown.filter((bar) => !isRed(bar)),
				{ ...side, y1: 'value', y2: 'value', stroke: paint.cap, strokeWidth: 2 },
			),
			Plot.rect(hidden, { ...side, y1: 0, y2: stub, fill: `url(#${id}-hatch)` }),
			...(most < WHISKERS_UNDER
				? [
						Plot.ruleX(shown, {
							x: 'index',
							y1: (bar: Bar & { value: number }) => Math.max(0, bar.value - bar.plusOrMinus),
							y2: (bar: Bar & { value: number }) => bar.value + bar.plusOrMinus,
							stroke: paint.ink,
							strokeWidth: 1.2,
						}),
					]
				: []),
			...expectedMarks(bars.flatMap(({ expected }, index) => (expected ? [{ index, ...expected }] : []))),
			...(width < FLAGS_FROM ? [] : flagMarks(flags, ceiling, step)),
			Plot.ruleY([0], { stroke: paint.ink, strokeWidth: 1.2 }),
			Plot.text(lines.slice(0, -1), {
				y: (value: number) => value,
				text: count,
				frameAnchor: 'left',
				dx: -left,
				textAnchor: 'start',
				fontSize: 13,
				fill: paint.text,
			}),
			Plot.text([ceiling], {
				y: (value: number) => value,
				text: (value: number) => `${count(value)} ${unit}`,
				frameAnchor: 'left',
				dx: -left,
				dy: -11,
				textAnchor: 'start',
				fontSize: 13,
				fill: paint.text,
			}),
			Plot.tickX(ticks, {
				x: 'index',
				y: null,
				stroke: paint.ink,
				insetTop: height - top - bottom,
				insetBottom: -6,
			}),
			Plot.text(ticks, {
				x: 'index',
				y: 0,
				text: 'month',
				dy: 16,
				textAnchor: 'start',
				dx: -4,
				fontSize: 13,
				fill: paint.text,
			}),
			Plot.text(
				ticks.filter(({ year }) => year !== null),
				{
					x: 'index',
					y: 0,
					text: 'year',
					dy: 34,
					dx: -4,
					textAnchor: 'start',
					fontSize: 13,
					fontWeight: 700,
					fill: paint.ink,
				},
			),
		],
	});

	const marks: Mark[] = bars.map(({ release, text }, index) => ({
		id: release,
		x: left + (index + 0.1) * step,
		y: top,
		width: step,
		height: height - top - bottom,
		text,
	}));
	return { svg, marks };
};
