import { type Box, boxChart, type Caption, type Line } from '@vigie/dashboard-ui/box-chart';
import { paint } from '@vigie/dashboard-ui/chart-style';

/** CircleOptions are the words of a circle: two families, what goes each way, and how often it closes. */
interface CircleOptions {
	readonly from: string;
	readonly via: string;
	readonly there: string;
	readonly back: string;
	readonly closes: string;
	/** What the reading cursor says of the way there, and of the way back. */
	readonly thereText: string;
	readonly backText: string;
	readonly width: number;
	readonly id: string;
}

const NARROW = 640;
const RED = 'var(--red)';
const HEAD = 6;

/** arrowOf draws a straight arrow, along one axis. */
const arrowOf = (
	x1: number,
	y1: number,
	x2: number,
	y2: number,
	style: Partial<Line> = {},
): readonly Line[] => {
	const [dx, dy] = [Math.sign(x2 - x1) * HEAD, Math.sign(y2 - y1) * HEAD];
	const { dashed: _, ...solid } = style;
	return [
		{ x1, y1, x2, y2, width: 1.6, ...style },
		{ x1: x2 - dx - dy, y1: y2 - dy - dx, x2, y2, width: 1.6, ...solid },
		{ x1: x2 - dx + dy, y1: y2 - dy + dx, x2, y2, width: 1.6, ...solid },
	];
};

const boxOf = (
	name: string,
	text: string,
	id: string,
	at: Pick<Box, 'x' | 'y' | 'width' | 'height'>,
): Box => ({
	id,
	...at,
	fill: paint.paper,
	outline: paint.ink,
	label: name,
	text,
});

/** rowOf lays the circle along a line: the family left, the other one, the family found again; what closes it comes back underneath. */
const rowOf = ({ from, via, there, back, closes, thereText, backText, width, id }: CircleOptions) => {
	const [wide, tall, top] = [Math.min(220, Math.round(width * 0.26)), 48, 6];
	const pitch = (width - 4 - wide) / 2;
	const at = (rank: number) => ({ x: 2 + rank * pitch, y: top, width: wide, height: tall });
	const [middle, below] = [top + tall / 2, top + tall + 34];
	const boxes = [
		boxOf(from, thereText, 'there', at(0)),
		boxOf(via, backText, 'back', at(1)),
		boxOf(from, closes, 'closes', at(2)),
	];
	const [first, last] = [2 + wide / 2, 2 + 2 * pitch + wide / 2];
	const red = { stroke: RED, width: 2, dashed: true };
	const lines = [0, 1].flatMap((rank) =>
		arrowOf(2 + rank * pitch + wide + 6, middle, 2 + (rank + 1) * pitch - 6, middle),
	);
	lines.push({ x1: last, y1: top + tall + 4, x2: last, y2: below, ...red });
	lines.push({ x1: last, y1: below, x2: first, y2: below, ...red });
	lines.push(...arrowOf(first, below, first, top + tall + 4, red));
	const label = (rank: number, text: string): Caption => ({
		x: 2 + rank * pitch + wide + (pitch - wide) / 2,
		y: middle - 13,
		text,
		anchor: 'middle',
		weight: 650,
	});
	const captions: Caption[] = [
		label(0, there),
		label(1, back),
		{ x: width / 2, y: below + 20, text: closes, anchor: 'middle', weight: 650, ink: RED, size: 14 },
	];
	return {
		svg: boxChart({ width, height: below + 40, id, boxes, captions, lines, labelSize: 15 }),
		marks: boxes,
	};
};

/** columnOf lays it downwards, for a telephone. */
const columnOf = ({ from, via, there, back, closes, thereText, backText, width, id }: CircleOptions) => {
	const [tall, pitch, side] = [44, 92, 30];
	const wide = width - side - 4;
	const at = (rank: number) => ({ x: 2, y: 2 + rank * pitch, width: wide, height: tall });
	const boxes = [
		boxOf(from, thereText, 'there', at(0)),
		boxOf(via, backText, 'back', at(1)),
		boxOf(from, closes, 'closes', at(2)),
	];
	const red = { stroke: RED, width: 2, dashed: true };
	const [right, up, down] = [width - 8, 2 + tall / 2, 2 + 2 * pitch + tall / 2];
	const lines = [0, 1].flatMap((rank) =>
		arrowOf(28, 2 + rank * pitch + tall + 5, 28, 2 + (rank + 1) * pitch - 5),
	);
	lines.push({ x1: 2 + wide + 4, y1: down, x2: right, y2: down, ...red });
	lines.push({ x1: right, y1: down, x2: right, y2: up, ...red });
	lines.push(...arrowOf(right, up, 2 + wide + 5, up, red));
	const label = (rank: number, text: string): Caption => ({
		x: 44,
		y: 2 + rank * pitch + (tall + pitch) / 2,
		text,
		weight: 650,
	});
	const foot = 2 + 2 * pitch + tall;
	const captions: Caption[] = [
		label(0, there),
		label(1, back),
		{
			x: 2,
			y: foot + 10,
			text: closes,
			weight: 650,
			ink: RED,
			size: 14,
			valign: 'top',
			lineWidth: width / 16,
		},
	];
	return {
		svg: boxChart({ width, height: foot + 72, id, boxes, captions, lines, labelSize: 15 }),
		marks: boxes,
	};
};

/** circleChart draws a round trip between two families, and the part of it that comes back to where it began. */
export const circleChart = (options: CircleOptions) =>
	options.width < NARROW ? columnOf(options) : rowOf(options);
