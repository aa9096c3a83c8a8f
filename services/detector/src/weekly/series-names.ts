import { FRANCE, type SeriesCoordinates } from '@vigie/schemas/signal';
import { NON_PRECISE } from '@vigie/schemas/taxonomy';
import { territoryCode } from '../live/places.js';
import type { Counted } from './counted.js';

/** SeriesName says which series of the country one is, and how it is called in the detector's memory: `FR/ANTS/kind/PANNE`, `R32/ANEF`. */
export interface SeriesName {
	readonly id: string;
	readonly coordinates: SeriesCoordinates & { readonly platform: string };
	/** 0: a platform in France; 1: one of its kinds or steps; 2: a platform in a région; 3: one of its kinds there. */
	readonly level: 0 | 1 | 2 | 3;
}

/** nameOf names the series of a cell; null for those that are not judged: what was not said, what has no platform. */
export const nameOf = ({ node, coordinates }: Pick<Counted, 'node' | 'coordinates'>): SeriesName | null => {
	const [first = NON_PRECISE, second = NON_PRECISE, third = NON_PRECISE] = coordinates;
	switch (node) {
		case 'platform':
			return {
				id: `${FRANCE}/${first}`,
				coordinates: { platform: first, step: null, kind: null, territory: FRANCE },
				level: 0,
			};
		case 'platform-kind':
			if (second === NON_PRECISE) return null;
			return {
				id: `${FRANCE}/${first}/kind/${second}`,
				coordinates: { platform: first, step: null, kind: second, territory: FRANCE },
				level: 1,
			};
		case 'platform-step':
			if (second === NON_PRECISE) return null;
			return {
				id: `${FRANCE}/${first}/step/${second}`,
				coordinates: { platform: first, step: second, kind: null, territory: FRANCE },
				level: 1,
			};
		case 'region-platform':
			return {
				id: `${territoryCode(first)}/${second}`,
				coordinates: { platform: second, step: null, kind: null, territory: territoryCode(first) },
				level: 2,
			};
		case 'region-platform-kind':
			if (third === NON_PRECISE) return null;
			return {
				id: `${territoryCode(first)}/${second}/kind/${third}`,
				coordinates: { platform: second, step: null, kind: third, territory: territoryCode(first) },
				level: 3,
			};
		default:
			return null;
	}
};

/** parentId names the series that a series is part of; null for a platform in France. */
export const parentId = ({ coordinates, level }: SeriesName): string | null =>
	level === 0 ? null : `${level === 3 ? coordinates.territory : FRANCE}/${coordinates.platform}`;
