import { departementTiles } from '@vigie/schemas/taxonomy/lists/department-tiles';
import { type Box, boxChart, type Caption } from './box-chart.js';
import { paint, sequenceInk, sequencePaint } from './chart-style.js';

const COLUMNS = 14;
const ROWS = 13;
const LARGEST = 41;
const CODE_FROM = 26;

/** MapSquare is what one département shows. */
export interface MapSquare {
	/** Class of the sequential colours, or a ground and an ink of one's own; null when not published. */
	readonly rank: number | { readonly fill: string; readonly ink: string } | null;
	/** True for what stands out most: a shape says it beside the colour. */
	readonly marked?: boolean;
	readonly text: string;
	/** True for the départements of the chosen territory. */
	readonly chosen: boolean;
}

const groundOf = (rank: MapSquare['rank']): Pick<Box, 'fill'> & { readonly ink: string } => {
	if (rank === null) return { fill: 'hatch', ink: paint.text };
	return typeof rank === 'number' ? { fill: sequencePaint(rank), ink: sequenceInk(rank) } : rank;
};

/** mapChart draws the 101 départements as squares; under 26 px they bear no code, and are read with the cursor. */
export const mapChart = (
	squareOf: (code: string) => MapSquare,
	words: { readonly overseas: string; readonly corsica: string },
	width: number,
	id: string,
) => {
	const gap = width < 480 ? 2 : 3;
	const size = Math.min(LARGEST, Math.floor(((width + gap) / COLUMNS - gap) * 2) / 2);
	const step = size + gap;
	const top = 4;
	const marks = departementTiles.map(({ code, column, row }): Box => {
		const { rank, text, chosen } = squareOf(code);
		const hasCode = size >= CODE_FROM;
		return {
			id: code,
			x: column * step,
			y: top + row * step,
			width: size,
			height: size,
			text,
			...groundOf(rank),
			...(hasCode ? { label: code } : {}),
			...(chosen ? { outline: paint.ink } : {}),
		};
	});
	const caption = (text: string, column: number, row: number): Caption => ({
		x: column * step,
		y: top + row * step - 7,
		text,
		valign: 'bottom',
		ink: paint.text,
		size: 12.5,
	});
	const corners = departementTiles.flatMap(({ code, column, row }): readonly Caption[] => {
		const { rank, marked } = squareOf(code);
		if (!marked) return [];
		const ink = groundOf(rank).ink;
		return [
			{
				x: (column + 1) * step - gap - 2,
				y: top + row * step + 1,
				text: '▲',
				anchor: 'end',
				valign: 'top',
				size: size / 4,
				ink,
			},
		];
	});
	const captions = size >= CODE_FROM ? [caption(words.overseas, 0, 7), caption(words.corsica, 13, 11)] : [];
	const svg = boxChart({
		width,
		height: top * 2 + ROWS * step,
		id,
		boxes: marks,
		captions: [...captions, ...corners],
		labelSize: size < 30 ? 11 : 13,
	});
	return { svg, marks };
};
