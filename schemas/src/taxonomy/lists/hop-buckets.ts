import type { Entry } from '../entry.js';

/** hopBuckets holds how many referrals the slip has seen, this one included. */
// biome-ignore format: one entry a line, to be read as a table
export const hopBuckets = [
	{ code: 'UN', fr: '1re orientation', en: '1st referral', since: '2026.1' },
	{ code: 'DEUX', fr: '2e orientation', en: '2nd referral', since: '2026.1' },
	{ code: 'TROIS_ET_PLUS', fr: '3e orientation ou plus', en: '3rd referral or more', since: '2026.1' },
] as const satisfies readonly Entry[];
