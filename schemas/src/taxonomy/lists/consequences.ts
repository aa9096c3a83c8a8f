import type { Entry } from '../entry.js';
import type { SeverityCode } from './severities.js';

/** ConsequenceEntry adds the derived severity. */
export interface ConsequenceEntry extends Entry {
	readonly severity: SeverityCode;
}

/** consequences holds what the failure does to the person, with the severity it derives. */
// biome-ignore format: one entry a line, to be read as a table
export const consequences = [
	{ code: 'AUCUNE', fr: 'Aucune', en: 'None', severity: 'NULLE', since: '2026.1' },
	{ code: 'RETARD', fr: 'Retard', en: 'Delay', severity: 'MODEREE', since: '2026.1' },
	{ code: 'PERTE_RESSOURCES', fr: 'Perte de ressources', en: 'Loss of income', severity: 'FORTE', since: '2026.1' },
	{ code: 'RUPTURE_DROITS', fr: 'Rupture de droits', en: 'Rights cut off', severity: 'CRITIQUE', since: '2026.1' },
	{ code: 'DETTE', fr: 'Dette', en: 'Debt', severity: 'FORTE', since: '2026.1' },
	{ code: 'RISQUE_EXPULSION', fr: 'Risque d’expulsion', en: 'Risk of eviction', severity: 'CRITIQUE', since: '2026.1' },
	{ code: 'RENONCEMENT_SOINS', fr: 'Renoncement aux soins', en: 'Care forgone', severity: 'CRITIQUE', since: '2026.1' },
	{ code: 'ABANDON', fr: 'Abandon de la demande', en: 'Claim given up', severity: 'FORTE', since: '2026.1' },
] as const satisfies readonly ConsequenceEntry[];
