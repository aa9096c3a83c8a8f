import type { Entry } from '../entry.js';

/** levels holds the level words, calmest first; the glyph shows as many bars as the level's rank. */
// biome-ignore format: one entry a line, to be read as a table
export const levels = [
	{ code: 'usual', fr: 'habituel', en: 'as usual', since: '2026.1' },
	{ code: 'watch', fr: 'à surveiller', en: 'to watch', since: '2026.1' },
	{ code: 'signal', fr: 'signal', en: 'signal', since: '2026.1' },
	{ code: 'strong', fr: 'signal fort', en: 'strong signal', since: '2026.1' },
] as const satisfies readonly Entry[];
