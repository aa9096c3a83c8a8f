import { type Box, boxChart, type Caption, type Line } from '@vigie/dashboard-ui/box-chart';
import { paint } from '@vigie/dashboard-ui/chart-style';

/** SmallSeries is one line: a name, its bars on their own scale, and what its last bar says. */
export interface SmallSeries {
	readonly code: string;
	readonly name: string;
	readonly last: string;
	readonly bars: readonly { readonly id: string; readonly value: number | null; readonly text: string }[];
}

const NARROW = 640;
const STUB = 8;

/** linesChart draws small series one under the other, each on its own scale; what is not published is a stub of one height. */
export const linesChart = (rows: readonly SmallSeries[], width: number, id: string) => {
	const isNarrow = width < NARROW;
	const [left, end] = isNarrow ? [0, 84] : [290, 116];
	const [pitch, tall] = isNarrow ? [100, 48] : [70, 46];
	const boxes: Box[] = [];
	const captions: Caption[] = [];
	const lines: Line[] = [];
	const marks: Box[] = [];

	for (const [index, row] of rows.entries()) {
		const base = index * pitch + pitch - 10;
		const step = (width - left - end) / Math.max(row.bars.length, 1);
		const most = Math.max(1, ...row.bars.map(({ value }) => value ?? 0));
		captions.push(
			{
				x: 0,
				y: isNarrow ? base - tall - 16 : base - tall / 2,
				text: row.name,
				weight: 600,
				size: 15,
				lineWidth: isNarrow ? 24 : 17,
			},
			{ x: width, y: base - tall / 2, text: row.last, anchor: 'end', weight: 700, size: 15 },
		);
		lines.push({ x1: left, x2: width - end, y1: base, y2: base });
		if (index > 0)
			lines.push({ x1: 0, x2: width, y1: index * pitch + 2, y2: index * pitch + 2, stroke: paint.grid });
		for (const [at, { id: bar, value, text }] of row.bars.entries()) {
			const height = value === null ? STUB : Math.max((value / most) * tall, 1);
			const x = left + (at + 0.12) * step;
			const mark = { id: `${row.code}-${bar}`, x, width: step * 0.76, text };
			const isLast = at === row.bars.length - 1;
			const fill = isLast ? paint.strongTeal : paint.bar;
			boxes.push({ ...mark, y: base - height, height, fill: value === null ? 'hatch' : fill });
			marks.push({ ...mark, x: left + at * step, width: step, y: base - tall, height: tall, fill: 'none' });
			if (value === null || isLast) continue;
			lines.push({
				x1: x,
				x2: x + step * 0.76,
				y1: base - height,
				y2: base - height,
				stroke: paint.cap,
				width: 1.6,
			});
		}
	}
	return { svg: boxChart({ width, height: rows.length * pitch, id, boxes, captions, lines }), marks };
};
