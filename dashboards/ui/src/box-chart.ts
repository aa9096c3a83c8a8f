import * as Plot from '@observablehq/plot';
import { CHART_CLASS, hatch, paint } from './chart-style.js';
import type { Mark } from './reading-cursor.js';

/** Box is one rectangle of a chart made of boxes: a map square, a heat-map cell, a bar. */
export interface Box extends Mark {
	/** Ground colour; `hatch` for what is not published. */
	readonly fill: string | 'hatch';
	/** Text in the middle, with a colour that can be read on the ground. */
	readonly label?: string;
	readonly ink?: string;
	/** Outline, for what stands out. */
	readonly outline?: string;
}

/** Caption is a text beside the boxes. */
export interface Caption {
	readonly x: number;
	readonly y: number;
	readonly text: string;
	readonly anchor?: 'start' | 'middle' | 'end';
	readonly size?: number;
	readonly weight?: number;
	readonly ink?: string;
	/** Wraps the text at about this many characters' widths (em). */
	readonly lineWidth?: number;
	readonly valign?: 'top' | 'middle' | 'bottom';
}

/** Line is a straight line of the frame: a heading's rule, an axis, a mark. */
export interface Line {
	readonly x1: number;
	readonly y1: number;
	readonly x2: number;
	readonly y2: number;
	readonly stroke?: string;
	readonly width?: number;
	readonly dashed?: boolean;
}

interface BoxChart {
	readonly width: number;
	readonly height: number;
	readonly id: string;
	readonly boxes: readonly Box[];
	readonly captions?: readonly Caption[];
	readonly lines?: readonly Line[];
	readonly labelSize?: number;
}

const linkMark = (lines: readonly Line[], dashes: string) =>
	Plot.link(lines, {
		x1: 'x1',
		y1: 'y1',
		x2: 'x2',
		y2: 'y2',
		stroke: (line: Line) => line.stroke ?? paint.ink,
		strokeWidth: (line: Line) => line.width ?? 1,
		strokeDasharray: dashes,
	});

const captionMark = (caption: Caption) =>
	Plot.text([caption], {
		x: 'x',
		y: 'y',
		text: 'text',
		textAnchor: caption.anchor ?? 'start',
		lineAnchor: caption.valign ?? 'middle',
		fontSize: caption.size ?? 13,
		fontWeight: caption.weight ?? 400,
		lineHeight: 1.15,
		fill: caption.ink ?? paint.ink,
		...(caption.lineWidth === undefined ? {} : { lineWidth: caption.lineWidth }),
	});

/** boxChart draws boxes placed in pixels, with Observable Plot, in the one style of charts. */
export const boxChart = ({
	width,
	height,
	id,
	boxes,
	captions = [],
	lines = [],
	labelSize = 13,
}: BoxChart): Element => {
	const pattern = `${id}-hatch`;
	return Plot.plot({
		className: CHART_CLASS,
		width,
		height,
		margin: 0,
		axis: null,
		x: { type: 'identity' },
		y: { type: 'identity' },
		marks: [
			hatch(pattern),
			Plot.rect(boxes, {
				x1: (box: Box) => box.x,
				x2: (box: Box) => box.x + box.width,
				y1: (box: Box) => box.y,
				y2: (box: Box) => box.y + box.height,
				fill: (box: Box) => (box.fill === 'hatch' ? `url(#${pattern})` : box.fill),
				stroke: (box: Box) => box.outline ?? 'none',
				strokeWidth: 2.5,
			}),
			Plot.text(
				boxes.filter((box) => box.label !== undefined),
				{
					x: (box: Box) => box.x + box.width / 2,
					y: (box: Box) => box.y + box.height / 2,
					text: 'label',
					fill: (box: Box) => box.ink ?? paint.ink,
					fontSize: labelSize,
					fontWeight: 600,
				},
			),
			linkMark(
				lines.filter(({ dashed }) => !dashed),
				'none',
			),
			linkMark(
				lines.filter(({ dashed }) => dashed),
				'6 4',
			),
			...captions.map(captionMark),
		],
		color: { type: 'identity' },
	});
};
