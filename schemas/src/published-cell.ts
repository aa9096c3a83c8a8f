import { FRANCE, type SeriesCoordinates } from './signal.js';

/** PublishedCell is a cell of the weekly releases. */
export interface PublishedCell {
	readonly node: string;
	readonly coordinates: readonly string[];
}

/** cellOfSeries gives the cell of the weekly lattice that counts a series; null when the lattice holds none. */
export const cellOfSeries = ({
	platform,
	step,
	kind,
	territory,
}: SeriesCoordinates): PublishedCell | null => {
	if (platform === null || (step !== null && kind !== null)) return null;
	if (territory === FRANCE) {
		if (kind !== null) return { node: 'platform-kind', coordinates: [platform, kind] };
		if (step !== null) return { node: 'platform-step', coordinates: [platform, step] };
		return { node: 'platform', coordinates: [platform] };
	}
	if (!territory.startsWith('R') || step !== null || kind !== null) return null;
	return { node: 'region-platform', coordinates: [territory.slice(1), platform] };
};
