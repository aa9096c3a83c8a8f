import type { Entry } from '../entry.js';

/** answerReasons holds the coded reasons of a body's answer. */
// biome-ignore format: one entry a line, to be read as a table
export const answerReasons = [
	{ code: 'MAINTENANCE', fr: 'Maintenance', en: 'Maintenance', since: '2026.1' },
	{ code: 'CORRECTIF_DEPLOYE', fr: 'Correctif déployé', en: 'Fix deployed', since: '2026.1' },
	{ code: 'CORRECTIF_PREVU', fr: 'Correctif prévu', en: 'Fix planned', since: '2026.1' },
	{ code: 'REGLE_DE_DROIT', fr: 'Règle de droit', en: 'Rule of law', since: '2026.1' },
	{ code: 'DONNEE_D_UN_TIERS', fr: 'Donnée d’un tiers', en: 'Third party’s data', since: '2026.1' },
	{ code: 'USAGE_ATTENDU', fr: 'Fonctionnement attendu', en: 'Expected behaviour', since: '2026.1' },
	{ code: 'NON_OBSERVE', fr: 'Non observé', en: 'Not observed', since: '2026.1' },
	{ code: 'HORS_PERIMETRE', fr: 'Hors de notre périmètre', en: 'Outside our perimeter', since: '2026.1' },
	{ code: 'AUTRE', fr: 'Autre motif', en: 'Another reason', since: '2026.1' },
] as const satisfies readonly Entry[];
