import { type Box, boxChart, type Caption, type Line } from '@vigie/dashboard-ui/box-chart';
import { paint } from '@vigie/dashboard-ui/chart-style';

/** ShareBar is one share of a whole, with its mark of a year earlier when there is one. */
export interface ShareBar {
	readonly code: string;
	readonly name: string;
	readonly hint: string;
	readonly share: number;
	readonly shareText: string;
	readonly before: number | null;
	readonly changeText: string;
	readonly text: string;
}

const NARROW = 640;
const LABELS = 300;
const BAR = 26;
const END = 190;

/** sharesChart draws shares as bars, largest first; names stand on the left, or above each bar when narrow. */
export const sharesChart = (bars: readonly ShareBar[], yearBefore: string, width: number, id: string) => {
	const isNarrow = width < NARROW;
	const left = isNarrow ? 0 : LABELS;
	const pitch = isNarrow ? 86 : 58;
	const top = bars.some(({ before }) => before !== null) ? 26 : 6;
	const most = Math.max(0.01, ...bars.flatMap(({ share, before }) => [share, before ?? 0]));
	const scale = (width - left - (isNarrow ? 140 : END)) / most;
	const captions: Caption[] = [];
	const lines: Line[] = [{ x1: left, x2: left, y1: top - 4, y2: top + bars.length * pitch - 8, width: 1.2 }];
	const boxes: Box[] = [];

	for (const [index, bar] of bars.entries()) {
		const y = top + index * pitch + (isNarrow ? 40 : 10);
		const hasHint = bar.hint !== '';
		const aboveBar = hasHint ? y - 30 : y - 14;
		const nameY = isNarrow ? aboveBar : y + (hasHint ? 4 : BAR / 2);
		const end = Math.max(bar.share, bar.before ?? 0) * scale + left;
		const changeX = end + 10 + bar.shareText.length * 11 + 12;
		boxes.push({
			id: bar.code,
			x: left,
			y,
			width: bar.share * scale,
			height: BAR,
			fill: paint.strongTeal,
			text: bar.text,
		});
		captions.push(
			{ x: isNarrow ? 6 : 0, y: nameY, text: bar.name, weight: 650, size: 15 },
			{ x: isNarrow ? 6 : 0, y: nameY + 18, text: bar.hint, size: 12.5, ink: paint.text },
			{ x: end + 10, y: y + BAR / 2, text: bar.shareText, weight: 700, size: 17 },
			{ x: changeX, y: y + BAR / 2, text: bar.changeText, size: 13, ink: paint.text },
		);
		if (bar.before === null) continue;
		const at = left + bar.before * scale;
		lines.push(
			{ x1: at, x2: at, y1: y - 5, y2: y + BAR + 5, stroke: paint.paper, width: 5 },
			{ x1: at, x2: at, y1: y - 5, y2: y + BAR + 5, width: 2 },
		);
		if (index === 0)
			captions.push({
				x: at,
				y: 8,
				text: yearBefore,
				anchor: at > width - 80 ? 'end' : 'middle',
				size: 12.5,
				ink: paint.text,
			});
	}
	const height = top + bars.length * pitch + 6;
	return { svg: boxChart({ width, height, id, boxes, captions, lines }), marks: boxes };
};
