import { parseObject, readJson } from './answers.js';
import type { KeyValue } from './key-value.js';

/** World is what this page needs of `GET /v1/world`. */
export interface World {
	readonly world: 'demo' | 'real';
}

const KEY = 'vigie.world';

const worldOf = (body: Record<string, unknown> | null): World | null => {
	const world = body?.world;
	return world === 'demo' || world === 'real' ? { world } : null;
};

/** lastWorld is the world of the last visit: the banner stands off line too, and does not push the tiles down later. */
export const lastWorld = (storage: KeyValue): World | null => worldOf(parseObject(storage.getItem(KEY)));

/** readWorld asks where the page stands and remembers it; the last one known when nobody answers. */
export const readWorld = async (send: typeof fetch, storage: KeyValue): Promise<World | null> => {
	try {
		const world = worldOf(await readJson(await send('/v1/world', { credentials: 'omit' })));
		if (world) storage.setItem(KEY, JSON.stringify(world));
		return world ?? lastWorld(storage);
	} catch {
		return lastWorld(storage);
	}
};
