import { type Box, boxChart, type Caption, type Line } from '@vigie/dashboard-ui/box-chart';
import { paint, sequenceInk, sequencePaint } from '@vigie/dashboard-ui/chart-style';
import { softHyphens } from '../logic/soft-hyphens.js';

/** MatrixColumns is a run of columns under one heading. */
export interface MatrixColumns {
	readonly heading: string;
	readonly columns: readonly { readonly code: string; readonly name: string }[];
}

/** MatrixSquare is what one crossing shows. */
export interface MatrixSquare {
	/** Class of the sequential colours, `hidden` when not published, `impossible` when the crossing makes no sense. */
	readonly rank: number | 'hidden' | 'impossible';
	readonly label: string;
	readonly text: string;
	/** True for what the section speaks of. */
	readonly outlined?: boolean;
}

interface MatrixOptions {
	readonly rows: readonly { readonly code: string; readonly name: string }[];
	readonly groups: readonly MatrixColumns[];
	readonly squareOf: (row: string, column: string) => MatrixSquare;
	readonly width: number;
	readonly id: string;
}

const GAP = 2;
const BETWEEN_GROUPS = 8;
const CELL_HEIGHT = 38;
const HEADINGS = 78;
const WIDEST_CELL = 67;
const EM = 13;

const fillOf = (rank: MatrixSquare['rank']): string => {
	if (rank === 'hidden') return 'hatch';
	return rank === 'impossible' ? 'none' : sequencePaint(rank);
};
const inkOf = (rank: MatrixSquare['rank']): string =>
	typeof rank === 'number' ? sequenceInk(rank) : paint.text;

/** matrixChart draws a heat map with its number in every cell: hatched when not published, a dash when without object. */
export const matrixChart = ({ rows, groups, squareOf, width, id }: MatrixOptions) => {
	const columnCount = groups.reduce((sum, { columns }) => sum + columns.length, 0);
	const gaps = columnCount * GAP + (groups.length - 1) * BETWEEN_GROUPS;
	const label = width < 800 ? 118 : 172;
	const cell = Math.min(WIDEST_CELL, Math.floor((width - label - gaps) / Math.max(columnCount, 1)));
	const captions: Caption[] = [];
	const lines: Line[] = [];
	const boxes: Box[] = [];
	let x = label;

	for (const { heading, columns } of groups) {
		const end = x + columns.length * (cell + GAP) - GAP;
		captions.push({ x, y: 8, text: heading, ink: paint.text });
		lines.push({ x1: x, x2: end, y1: 20, y2: 20, width: 1.2 });
		for (const { code, name } of columns) {
			captions.push({
				x: x + cell / 2,
				y: HEADINGS - 6,
				text: softHyphens(name),
				anchor: 'middle',
				valign: 'bottom',
				size: 12.5,
				ink: paint.text,
				lineWidth: (cell + 4) / EM,
			});
			for (const [index, row] of rows.entries()) {
				const { rank, label: number, text, outlined } = squareOf(row.code, code);
				const y = HEADINGS + index * (CELL_HEIGHT + GAP);
				const isHidden = rank === 'hidden';
				boxes.push({
					id: `${row.code}-${code}`,
					x,
					y,
					width: cell,
					height: CELL_HEIGHT,
					text,
					fill: fillOf(rank),
					ink: inkOf(rank),
					...(isHidden ? {} : { label: number }),
					...(outlined ? { outline: 'var(--red)' } : {}),
				});
			}
			x += cell + GAP;
		}
		x += BETWEEN_GROUPS - GAP;
	}
	for (const [index, { name }] of rows.entries()) {
		const y = HEADINGS + index * (CELL_HEIGHT + GAP) + CELL_HEIGHT / 2;
		captions.push({ x: 0, y, text: name, lineWidth: (label - 8) / EM });
	}
	const height = HEADINGS + rows.length * (CELL_HEIGHT + GAP) + 2;
	return { svg: boxChart({ width, height, id, boxes, captions, lines }), marks: boxes };
};
