import { readJson } from './answers.js';

/** World is what this page needs of `GET /v1/world`. */
export interface World {
	readonly world: 'demo' | 'real';
	/** False while a real world collects without publishing. */
	readonly publishes: boolean;
}

/** readWorld asks where the page stands; null when nobody answers: the page works all the same. */
export const readWorld = async (send: typeof fetch): Promise<World | null> => {
	try {
		const body = await readJson(await send('/v1/world', { credentials: 'omit' }));
		const world = body?.world;
		return world === 'demo' || world === 'real' ? { world, publishes: body?.publishes === true } : null;
	} catch {
		return null;
	}
};
