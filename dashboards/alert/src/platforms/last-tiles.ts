import type { KeyValue } from '../key-value.js';

const KEY = 'vigie.tiles';

/** lastTiles reads the tiles of the last visit, in their places. */
export const lastTiles = (storage: KeyValue): readonly string[] => storage.getItem(KEY)?.split(',') ?? [];

/** rememberTiles keeps the tiles of this visit; a full storage costs their places only. */
export const rememberTiles = (storage: KeyValue, tiles: readonly string[]): void => {
	try {
		storage.setItem(KEY, tiles.join(','));
	} catch {
		// Nothing depends on it.
	}
};
