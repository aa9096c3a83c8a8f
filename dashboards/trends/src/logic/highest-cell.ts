import type { ReleaseTable } from '@vigie/schemas/http';
import { NON_PRECISE } from '@vigie/schemas/taxonomy/version';

/** HighestCell is the most reported crossing of a table. */
export interface HighestCell {
	readonly coordinates: readonly string[];
	readonly y: number;
}

/** highestCell finds the largest displayed cell whose every coordinate was said; null when none is displayed. */
export const highestCell = ({ rows }: ReleaseTable): HighestCell | null =>
	rows.reduce<HighestCell | null>((best, { coordinates, y }) => {
		if (y === null || coordinates.includes(NON_PRECISE)) return best;
		return best && best.y >= y ? best : { coordinates, y };
	}, null);
