import * as Plot from '@observablehq/plot';
import { CHART_CLASS, paint } from '@vigie/dashboard-ui/chart-style';
import type { Mark } from '@vigie/dashboard-ui/reading-cursor';
import type { Curve } from '../logic/answer-figures.js';
import { shareAxis } from './share-axis.js';

/** DelayOptions are the curves and the words of one drawing. */
interface DelayOptions {
	readonly width: number;
	readonly curves: readonly { readonly name: string; readonly curve: Curve; readonly isStrong: boolean }[];
	/** Working days that were agreed, told under the axis. */
	readonly agreed: readonly number[];
	readonly axis: string;
	readonly days: string;
	readonly percent: (share: number) => string;
	/** What the reading cursor says of a day. */
	readonly text: (day: number) => string;
}

const NARROW = 560;
/** A curve that ends below this leaves no room under it. */
const LOW = 0.15;
const TICKS = [0, 5, 10, 15, 20, 25, 30];

/** delayChart draws, day after working day, the share of what is owed that is done: steps that only rise. */
export const delayChart = ({ width, curves, agreed, axis, days, percent, text }: DelayOptions) => {
	const isNarrow = width < NARROW;
	const height = isNarrow ? 230 : 290;
	const [left, right, top, bottom] = [48, isNarrow ? 12 : 96, 30, 46];
	const last = Math.max(1, (curves[0]?.curve.length ?? 1) - 1);
	const points = curves.map(({ curve, ...line }) => ({
		...line,
		points: curve.map((share, day) => ({ day, share })),
	}));
	const svg = Plot.plot({
		className: CHART_CLASS,
		width,
		height,
		marginLeft: left,
		marginRight: right,
		marginTop: top,
		marginBottom: bottom,
		x: { domain: [0, last], axis: null },
		y: { domain: [0, 1], axis: null },
		marks: [
			Plot.ruleY([0, 0.25, 0.5, 0.75, 1], { stroke: paint.grid }),
			Plot.ruleX(agreed, { stroke: paint.grid, strokeDasharray: '4 3', strokeWidth: 1.4 }),
			...points.flatMap(({ points: line, isStrong, name }) => [
				Plot.lineY(line, {
					x: 'day',
					y: 'share',
					curve: 'step-after',
					stroke: isStrong ? paint.strongTeal : paint.ink,
					strokeWidth: 2.4,
				}),
				// At the right of each curve; on a phone over the upper one, and under the lower one unless the axis is there.
				Plot.text(line.slice(-1), {
					x: 'day',
					y: 'share',
					text: () => name,
					textAnchor: isNarrow ? 'end' : 'start',
					dx: isNarrow ? 0 : 8,
					dy: (isNarrow ? 12 : 8) * (isStrong || (isNarrow && (line.at(-1)?.share ?? 0) < LOW) ? -1 : 1),
					fontSize: 14,
					fontWeight: 650,
					fill: isStrong ? paint.strongTeal : paint.ink,
				}),
			]),
			...shareAxis({ ceiling: 1, axis, percent, left }),
			Plot.text(TICKS, {
				x: (day: number) => day,
				y: 0,
				text: (day: number) => (day === last && !isNarrow ? `${day} ${days}` : String(day)),
				dy: 16,
				textAnchor: 'middle',
				fontSize: 13,
				fill: paint.text,
			}),
			// No room beside the last number on a phone: under it.
			...(isNarrow
				? [
						Plot.text([days], {
							text: (unit: string) => unit,
							frameAnchor: 'bottom-right',
							textAnchor: 'end',
							dx: right - 2,
							dy: 38,
							fontSize: 13,
							fill: paint.text,
						}),
					]
				: []),
		],
	});
	const step = (width - left - right) / last;
	const marks: Mark[] = Array.from({ length: last + 1 }, (_, day) => ({
		id: String(day),
		x: left + (day - 0.5) * step,
		y: top,
		width: step,
		height: height - top - bottom,
		text: text(day),
	}));
	return { svg, marks };
};
