/** Mark is one readable thing of a chart: its box in the chart's pixels and what it says. */
export interface Mark {
	readonly id: string;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	/** What is read out when the cursor stands on it. */
	readonly text: string;
}

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
	ArrowRight: [1, 0],
	ArrowLeft: [-1, 0],
	ArrowDown: [0, 1],
	ArrowUp: [0, -1],
};
/** Being out of line counts more than being far, so that arrows keep to their row or column. */
const ASIDE_WEIGHT = 3;

const centre = (mark: Mark): readonly [number, number] => [mark.x + mark.width / 2, mark.y + mark.height / 2];

const towards = (marks: readonly Mark[], from: Mark, [dx, dy]: readonly [number, number]): number | null => {
	const [x, y] = centre(from);
	let best: { index: number; cost: number } | null = null;
	for (const [index, mark] of marks.entries()) {
		const [otherX, otherY] = centre(mark);
		const along = (otherX - x) * dx + (otherY - y) * dy;
		const aside = Math.abs((otherX - x) * dy) + Math.abs((otherY - y) * dx);
		const cost = along + aside * ASIDE_WEIGHT;
		if (along > 0.5 && aside <= along * 2 && (!best || cost < best.cost)) best = { index, cost };
	}
	return best?.index ?? null;
};

/**
 * moveCursor gives the index of the mark a key leads to: arrows to the nearest in their direction, Home and End to the first
 * and last. Null when the key is not the cursor's; the same index at an edge.
 */
export const moveCursor = (marks: readonly Mark[], index: number, key: string): number | null => {
	if (key === 'Home') return 0;
	if (key === 'End') return marks.length - 1;
	const direction = DIRECTIONS[key];
	const from = marks[index];
	if (!direction || !from) return null;
	return towards(marks, from, direction) ?? index;
};

/** markAt finds the mark under a point, or else the nearest one within its column; null when there is none. */
export const markAt = (marks: readonly Mark[], x: number, y: number): number | null => {
	const inColumn = (mark: Mark) => x >= mark.x && x < mark.x + mark.width;
	const inside = marks.findIndex((mark) => inColumn(mark) && y >= mark.y && y < mark.y + mark.height);
	return inside === -1 ? null : inside;
};
