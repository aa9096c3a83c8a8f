import * as Plot from '@observablehq/plot';
import { paint } from '@vigie/dashboard-ui/chart-style';

interface ShareAxis {
	/** The highest share that is drawn. */
	readonly ceiling: number;
	/** Of what it is a share: said once, beside the highest. */
	readonly axis: string;
	readonly percent: (share: number) => string;
	/** Pixels at the left of the frame. */
	readonly left: number;
}

/** shareAxis marks the foot of a chart of shares, and names foot, middle and top over their lines. */
export const shareAxis = ({ ceiling, axis, percent, left }: ShareAxis) => [
	Plot.ruleY([0], { stroke: paint.ink, strokeWidth: 1.2 }),
	Plot.text([0, ceiling / 2, ceiling], {
		y: (share: number) => share,
		text: (share: number) => (share === ceiling ? `${percent(share)} ${axis}` : percent(share)),
		frameAnchor: 'left',
		dx: -left,
		dy: -9,
		textAnchor: 'start',
		fontSize: 13,
		fill: paint.text,
	}),
];
