import type { Manifest } from '@vigie/schemas/http';
import type { Point } from './series-points.js';
import { plusOrMinus } from './uncertainty.js';

/** BarPoint joins a point of a series with the release it comes from and its ±. */
export interface BarPoint extends Point {
	readonly manifest: Manifest;
	readonly plusOrMinus: number;
}

/** barPointsOf keeps the points of known releases, oldest first, each with the ± of as many cells as it sums. */
export const barPointsOf = (points: readonly Point[], releases: readonly Manifest[]): readonly BarPoint[] => {
	const known = new Map(releases.map((manifest) => [manifest.release, manifest]));
	return points.flatMap((point) => {
		const manifest = known.get(point.release);
		if (!manifest) return [];
		return [{ ...point, manifest, plusOrMinus: plusOrMinus(Math.max(point.shown, 1), manifest.mechanism.V) }];
	});
};

/** highestOf finds the bar with the largest published number; null when none is published. */
export const highestOf = (bars: readonly BarPoint[]): BarPoint | null => {
	const shown = bars.filter(({ value }) => value !== null);
	return shown.reduce<BarPoint | null>(
		(best, bar) => (best && (best.value ?? 0) >= (bar.value ?? 0) ? best : bar),
		null,
	);
};
