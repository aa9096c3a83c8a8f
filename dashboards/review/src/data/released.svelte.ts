import { type BarPoint, barPointsOf } from '@vigie/dashboard-ui/bar-points';
import { seriesAddress } from '@vigie/dashboard-ui/published-addresses';
import { readSeries } from '@vigie/dashboard-ui/read-published';
import { pointsOf } from '@vigie/dashboard-ui/series-points';
import type { Manifest } from '@vigie/schemas/http';
import { cellOf } from '../logic/cell.js';
import type { Failure } from '../logic/report-name.js';

/** Released gives the published series that stand for reports, read when first asked for. */
export interface Released {
	/** The weeks of the cell of a failure, oldest first; null while they are not read, or nothing is published. */
	readonly barsOf: (failure: Failure) => readonly BarPoint[] | null;
}

/** openReleased reads series over the weeks that are published; `weeksOf` may change as more are. */
export const openReleased = (weeksOf: () => readonly Manifest[]): Released => {
	let known = $state.raw<ReadonlyMap<string, readonly BarPoint[]>>(new Map());
	const asked = new Set<string>();

	const read = async (address: string, failure: Failure, weeks: readonly Manifest[]): Promise<void> => {
		const answer = await readSeries(address);
		if (answer.ok)
			known = new Map([
				...known,
				[address, barPointsOf(pointsOf(answer.value, cellOf(failure).selection), weeks)],
			]);
		// Asked again with the next reading of the inbox, not at once.
		else asked.delete(address);
	};

	return {
		barsOf: (failure) => {
			const weeks = weeksOf();
			if (weeks.length === 0) return null;
			const { node, selection } = cellOf(failure);
			const address = seriesAddress('week', node, selection, weeks, 'json');
			if (!asked.has(address)) {
				asked.add(address);
				void read(address, failure, weeks);
			}
			return known.get(address) ?? null;
		},
	};
};
