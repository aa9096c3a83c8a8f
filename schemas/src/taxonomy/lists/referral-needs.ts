import type { Entry } from '../entry.js';

/** referralNeeds holds what the person came for: to learn a tool or to have a right opened. */
// biome-ignore format: one entry a line, to be read as a table
export const referralNeeds = [
	{ code: 'DROIT', fr: 'Un droit à faire valoir', en: 'A right to claim', since: '2026.1' },
	{ code: 'NUMERIQUE', fr: 'Un outil à apprendre', en: 'A tool to learn', since: '2026.1' },
	{ code: 'LES_DEUX', fr: 'Les deux', en: 'Both', since: '2026.1' },
	{ code: 'AUTRE', fr: 'Autre besoin', en: 'Another need', since: '2026.1' },
] as const satisfies readonly Entry[];
