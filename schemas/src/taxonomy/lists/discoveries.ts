import type { Entry } from '../entry.js';

/** discoveries holds how the unclaimed right came to light. */
// biome-ignore format: one entry a line, to be read as a table
export const discoveries = [
	{ code: 'ENTRETIEN', fr: 'Au cours d’un entretien', en: 'During an interview', since: '2026.1' },
	{ code: 'SIMULATEUR', fr: 'Par un simulateur', en: 'Through a simulator', since: '2026.1' },
	{ code: 'CAMPAGNE', fr: 'Par une campagne d’information', en: 'Through an information campaign', since: '2026.1' },
	{ code: 'SIGNALEMENT_TIERS', fr: 'Par un tiers', en: 'Through a third party', since: '2026.1' },
	{ code: 'DEMANDE_PERSONNE', fr: 'À la demande de la personne', en: 'At the person’s request', since: '2026.1' },
	{ code: 'AUTRE', fr: 'Autrement', en: 'Another way', since: '2026.1' },
] as const satisfies readonly Entry[];
