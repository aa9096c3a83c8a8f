import { ReleaseList, WorldState } from '@vigie/schemas/http';
import type { z } from 'zod';
import { fetchJson } from './fetch-json.js';
import { Resource } from './resource.svelte.js';

const WHILE_LOADING_MS = 5000;
const AT_REST_MS = 60_000;

/** Published is where the world stands and what it has published so far. */
export interface Published {
	readonly world: Resource<WorldState>;
	readonly releases: Resource<z.infer<typeof ReleaseList>>;
	/** retry reads both again at once. */
	readonly retry: () => void;
	/** stop ends the watch. */
	readonly stop: () => void;
}

/** watchPublished reads the world, often while a demonstration loads, seldom after, and the list of releases whenever it has grown. */
export const watchPublished = (): Published => {
	const world = new Resource<WorldState>();
	const releases = new Resource<z.infer<typeof ReleaseList>>();
	let known: string | null | undefined;
	let timer: ReturnType<typeof setTimeout> | undefined;

	const look = async (): Promise<void> => {
		clearTimeout(timer);
		await world.load(() => fetchJson('/v1/world', WorldState));
		const last = world.value?.lastRelease;
		if (last !== undefined && (last !== known || releases.failure)) {
			await releases.load(() => fetchJson('/v1/releases', ReleaseList));
			known = last;
		}
		timer = setTimeout(look, world.value?.loading ? WHILE_LOADING_MS : AT_REST_MS);
	};
	void look();
	return { world, releases, retry: () => void look(), stop: () => clearTimeout(timer) };
};
