import { type Box, boxChart, type Caption, type Line } from '@vigie/dashboard-ui/box-chart';
import { paint, sequenceInk, sequencePaint } from '@vigie/dashboard-ui/chart-style';

/** StackedRow is one right: its parts, and beside it what others measured. */
export interface StackedRow {
	readonly code: string;
	readonly name: string;
	readonly count: string;
	readonly parts: readonly {
		readonly code: string;
		readonly rank: number;
		readonly share: number;
		readonly label: string;
		readonly text: string;
	}[];
	readonly hasHidden: boolean;
	readonly context: string;
	readonly source: string;
}

interface StackedOptions {
	readonly rows: readonly StackedRow[];
	readonly heads: { readonly right: string; readonly parts: string; readonly context: string };
	readonly width: number;
	readonly id: string;
}

const NARROW = 700;
const BAR = 28;
const STUB = 26;
const LABEL_FROM = 30;
/** Wide enough for the longest source on two lines: a row has no room for a third. */
const CONTEXT = 226;

/** stackedChart draws parts of a whole, one row a right; a hatched stub of one width says that some types are not published. */
export const stackedChart = ({ rows, heads, width, id }: StackedOptions) => {
	const isNarrow = width < NARROW;
	const left = isNarrow ? 0 : 210;
	const contextX = isNarrow ? 0 : width - CONTEXT;
	const full = (isNarrow ? width : contextX - 44 - left) - STUB - 4;
	const pitch = isNarrow ? 112 : 48;
	const top = isNarrow ? 4 : 38;
	const boxes: Box[] = [];
	const captions: Caption[] = [];
	const lines: Line[] = [];

	for (const [index, row] of rows.entries()) {
		const y = top + index * pitch + (isNarrow ? 24 : 8);
		let x = left;
		for (const { code, rank, share, label, text } of row.parts) {
			const size = Math.max(share * full - 2, 1);
			boxes.push({
				id: `${row.code}-${code}`,
				x,
				y,
				width: size,
				height: BAR,
				fill: sequencePaint(rank),
				ink: sequenceInk(rank),
				text,
				...(size >= LABEL_FROM ? { label } : {}),
			});
			x += share * full;
		}
		if (row.hasHidden)
			boxes.push({
				id: `${row.code}-hidden`,
				x: x + 2,
				y,
				width: STUB,
				height: BAR,
				fill: 'hatch',
				text: '',
			});
		const middle = y + BAR / 2;
		captions.push(
			{ x: 0, y: isNarrow ? y - 12 : middle, text: row.name, weight: 650, lineWidth: isNarrow ? 20 : 11 },
			{
				x: isNarrow ? width : left - 14,
				y: isNarrow ? y - 12 : middle,
				text: row.count,
				anchor: 'end',
				ink: paint.text,
			},
			{
				x: contextX,
				y: isNarrow ? y + BAR + 14 : middle - (row.source === '' ? 0 : 14),
				text: row.context,
				weight: row.source === '' ? 400 : 650,
				ink: row.source === '' ? paint.text : paint.ink,
			},
			{
				x: contextX,
				y: isNarrow ? y + BAR + 23 : middle - 5,
				text: row.source,
				size: 12.5,
				ink: paint.text,
				valign: 'top',
				lineWidth: isNarrow ? 22 : 18,
			},
		);
		if (index > 0)
			lines.push({
				x1: 0,
				x2: isNarrow ? width : contextX - 40,
				y1: y - (isNarrow ? 26 : 10),
				y2: y - (isNarrow ? 26 : 10),
				stroke: paint.grid,
			});
	}
	const height = top + rows.length * pitch + 8;
	if (!isNarrow) {
		captions.push(
			{ x: 0, y: 10, text: heads.right, ink: paint.text },
			{ x: left, y: 10, text: heads.parts, ink: paint.text },
			{ x: contextX, y: 10, text: heads.context, ink: paint.text },
		);
		lines.push(
			{ x1: 0, x2: width, y1: 26, y2: 26 },
			{ x1: contextX - 26, x2: contextX - 26, y1: 34, y2: height, stroke: paint.cap },
		);
	}
	return {
		svg: boxChart({ width, height, id, boxes, captions, lines }),
		marks: boxes.filter(({ text }) => text !== ''),
	};
};
