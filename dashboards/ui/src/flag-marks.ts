import * as Plot from '@observablehq/plot';
import { paint } from './chart-style.js';

/** ChartFlag is something that happened in a week of a chart: a signal began, a body says that it has mended something, or announced a stop or a new version. */
export interface ChartFlag {
	/** Rank of the bar. */
	readonly index: number;
	readonly kind: 'signal' | 'repair' | 'announcement';
	/** Number by which the words beside the chart name it. */
	readonly number: number;
}

/** Flags nearer than this bear their numbers together. */
const LABEL_PX = 22;

/** labelsOf writes the numbers of neighbouring flags as one, at the first of them. */
const labelsOf = (flags: readonly ChartFlag[], step: number): readonly { index: number; text: string }[] => {
	const labels: { index: number; last: number; text: string }[] = [];
	for (const { index, number } of flags) {
		const before = labels.at(-1);
		if (before && (index - before.last) * step < LABEL_PX) {
			before.text += `, ${number}`;
			before.last = index;
		} else labels.push({ index, last: index, text: String(number) });
	}
	return labels;
};

/** flagMarks plants a pole at each week: a teal pennant for a repair, a teal square for an announcement, a red lozenge for a signal, each with its number; `step` is the width of a week in pixels. */
export const flagMarks = (flags: readonly ChartFlag[], ceiling: number, step: number) => {
	const ink = ({ kind }: ChartFlag) => (kind === 'signal' ? paint.above : paint.teal);
	const of = (kind: ChartFlag['kind']) => flags.filter((flag) => flag.kind === kind);
	return [
		Plot.ruleX(flags, { x: 'index', y1: 0, y2: ceiling, stroke: ink, strokeWidth: 1.2 }),
		Plot.dot(of('repair'), {
			x: 'index',
			y: ceiling,
			symbol: 'triangle',
			rotate: 90,
			r: 5.5,
			dx: 5,
			dy: 2,
			fill: paint.teal,
		}),
		Plot.dot(of('signal'), { x: 'index', y: ceiling, symbol: 'diamond', r: 5.5, fill: paint.above }),
		Plot.dot(of('announcement'), { x: 'index', y: ceiling, symbol: 'square', r: 5, fill: paint.teal }),
		Plot.text(labelsOf(flags, step), {
			x: 'index',
			y: ceiling,
			text: 'text',
			dx: -9,
			dy: 2,
			textAnchor: 'end',
			fontSize: 13,
			fontWeight: 700,
			fill: paint.ink,
		}),
	];
};
