import { type BarPoint, barPointsOf } from '@vigie/dashboard-ui/bar-points';
import { seriesAddress } from '@vigie/dashboard-ui/published-addresses';
import { readSeries } from '@vigie/dashboard-ui/read-published';
import { pointsOf, type Selection } from '@vigie/dashboard-ui/series-points';
import type { Manifest } from '@vigie/schemas/http';
import { profileOfLattice } from '@vigie/schemas/lattice';
import { cellOf } from '../logic/cell.js';
import type { Failure } from '../logic/report-name.js';

/** Released gives the published series that stand for reports, read when first asked for. */
export interface Released {
	/** The weeks, or months, of the cell of a failure, oldest first; null while they are not read, or nothing is published. */
	readonly barsOf: (failure: Failure) => readonly BarPoint[] | null;
}

/** openReleased reads series over what is published, oldest first; `releasesOf` may change as more is. */
export const openReleased = (releasesOf: () => readonly Manifest[]): Released => {
	let known = $state.raw<ReadonlyMap<string, readonly BarPoint[]>>(new Map());
	const asked = new Set<string>();

	const read = async (address: string, selection: Selection, periods: readonly Manifest[]): Promise<void> => {
		const answer = await readSeries(address);
		if (answer.ok)
			known = new Map([...known, [address, barPointsOf(pointsOf(answer.value, selection), periods)]]);
		// Asked again with the next reading of the inbox, not at once.
		else asked.delete(address);
	};

	return {
		barsOf: (failure) => {
			const releases = releasesOf();
			const latest = releases.at(-1);
			if (!latest) return null;
			const { level, node, selection } = cellOf(failure, profileOfLattice(latest.lattice));
			const periods = releases.filter((manifest) => manifest.level === level);
			if (periods.length === 0) return null;
			const address = seriesAddress(level, node, selection, periods, 'json');
			if (!asked.has(address)) {
				asked.add(address);
				void read(address, selection, periods);
			}
			return known.get(address) ?? null;
		},
	};
};
