import type { Entry } from '../entry.js';

/** outcomes holds how the procedure stood when the worker filed the event. */
// biome-ignore format: one entry a line, to be read as a table
export const outcomes = [
	{ code: 'RESOLU_SUR_PLACE', fr: 'Résolu sur place', en: 'Solved on the spot', since: '2026.1' },
	{ code: 'RESOLU_AUTRE_CANAL', fr: 'Résolu par une autre voie', en: 'Solved another way', since: '2026.1' },
	{ code: 'REPORTE', fr: 'Reporté', en: 'Postponed', since: '2026.1' },
	{ code: 'ORIENTE', fr: 'Orienté ailleurs', en: 'Referred elsewhere', since: '2026.1' },
	{ code: 'ABANDONNE', fr: 'Abandonné', en: 'Given up', since: '2026.1' },
	{ code: 'INCONNU', fr: 'Issue inconnue', en: 'Outcome unknown', since: '2026.1' },
] as const satisfies readonly Entry[];
