import * as Plot from '@observablehq/plot';
import { CHART_CLASS, hatch, paint } from '@vigie/dashboard-ui/chart-style';
import type { Mark } from '@vigie/dashboard-ui/reading-cursor';
import { shareAxis } from './share-axis.js';

/** CoursePoint is a share in a month; null when it is not published. */
export interface CoursePoint {
	readonly id: string;
	readonly share: number | null;
	/** Plus or minus, as a share. */
	readonly half: number;
	/** Under the axis. */
	readonly month: string;
	readonly year: string;
	readonly text: string;
}

interface CourseOptions {
	readonly points: readonly CoursePoint[];
	readonly axis: string;
	readonly percent: (share: number) => string;
	readonly width: number;
	readonly id: string;
}

const NARROW = 560;
const STUB = 9;
const STEP = 0.1;
const LABEL_PX = 52;

/** courseChart draws a share month after month, within its plus or minus, with its first and last value; a month that is not published is a hatched stub. */
export const courseChart = ({ points, axis, percent, width, id }: CourseOptions) => {
	const isNarrow = width < NARROW;
	const height = isNarrow ? 210 : 240;
	const [left, right, top, bottom] = [48, 60, 34, 48];
	const indexed = points.map((point, index) => ({ ...point, index }));
	const shown = indexed.flatMap((point) => (point.share === null ? [] : [{ ...point, share: point.share }]));
	const hidden = indexed.filter(({ share }) => share === null);
	const most = Math.max(STEP, ...shown.map(({ share, half }) => share + half));
	const ceiling = Math.ceil(most / STEP) * STEP;
	const step = (width - left - right) / points.length;
	const every = Math.max(1, Math.ceil(LABEL_PX / step));
	// The last month always bears its name.
	const ticks = indexed.filter(({ index }) => (points.length - 1 - index) % every === 0);
	const years = ticks.filter(({ year }, rank) => year !== ticks[rank - 1]?.year);
	const ends = [shown[0], shown.length > 1 ? shown.at(-1) : undefined].flatMap((end) => end ?? []);
	const under = { y: 0, textAnchor: 'middle', fontSize: 13 } as const;
	const svg = Plot.plot({
		className: CHART_CLASS,
		width,
		height,
		marginLeft: left,
		marginRight: right,
		marginTop: top,
		marginBottom: bottom,
		x: { domain: [-0.5, points.length - 0.5], axis: null },
		y: { domain: [0, ceiling], axis: null },
		marks: [
			hatch(`${id}-hatch`, 2.6),
			Plot.ruleY([ceiling / 2, ceiling], { stroke: paint.grid }),
			Plot.rect(hidden, {
				x1: (point: { index: number }) => point.index - 0.38,
				x2: (point: { index: number }) => point.index + 0.38,
				y1: 0,
				y2: (STUB / (height - top - bottom)) * ceiling,
				fill: `url(#${id}-hatch)`,
			}),
			// A month without a number breaks the line: nothing is drawn where nothing is known.
			Plot.areaY(indexed, {
				x: 'index',
				y1: ({ share, half }: CoursePoint) => (share === null ? Number.NaN : Math.max(0, share - half)),
				y2: ({ share, half }: CoursePoint) => (share === null ? Number.NaN : share + half),
				fill: paint.ink,
				fillOpacity: 0.13,
			}),
			Plot.lineY(indexed, {
				x: 'index',
				y: ({ share }: CoursePoint) => share ?? Number.NaN,
				stroke: paint.above,
				strokeWidth: 2.4,
			}),
			Plot.dot(shown, { x: 'index', y: 'share', r: 3, fill: paint.above }),
			Plot.text(ends, {
				x: 'index',
				y: 'share',
				text: ({ share }: { share: number }) => percent(share),
				dx: 8,
				dy: -12,
				textAnchor: 'start',
				fontSize: 15,
				fontWeight: 700,
				fill: paint.ink,
			}),
			...shareAxis({ ceiling, axis, percent, left }),
			Plot.text(ticks, { ...under, x: 'index', text: 'month', dy: 16, fill: paint.text }),
			Plot.text(years, { ...under, x: 'index', text: 'year', dy: 34, fontWeight: 700, fill: paint.ink }),
		],
	});
	const marks: Mark[] = indexed.map(({ id: mark, text, index }) => ({
		id: mark,
		x: left + index * step,
		y: top,
		width: step,
		height: height - top - bottom,
		text,
	}));
	return { svg, marks };
};
