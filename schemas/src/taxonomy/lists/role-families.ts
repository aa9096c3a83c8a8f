import type { Entry } from '../entry.js';
import type { ReferralFamilyCode } from './referral-families.js';

/** RoleFamilyEntry adds the node of the referral circuit from which the family refers. */
export interface RoleFamilyEntry extends Entry {
	readonly node: ReferralFamilyCode;
}

/** roleFamilies holds the families of roles: what is published, never the diploma. */
// biome-ignore format: one entry a line, to be read as a table
export const roleFamilies = [
	{ code: 'TRAVAIL_SOCIAL', fr: 'Travail social', en: 'Social work', node: 'TS', since: '2026.1' },
	{ code: 'SECRETARIAT_ACCUEIL', fr: 'Secrétariat, accueil', en: 'Secretariat, reception', node: 'SA', since: '2026.1' },
	{ code: 'MEDIATION_SOCIALE', fr: 'Médiation sociale', en: 'Social mediation', node: 'MS', since: '2026.1' },
	{ code: 'MEDIATION_NUMERIQUE', fr: 'Médiation numérique', en: 'Digital mediation', node: 'MN', since: '2026.1' },
	{ code: 'AIDANT_BENEVOLE', fr: 'Aidants, bénévoles', en: 'Carers, volunteers', node: 'AB', since: '2026.1' },
	{ code: 'ORGANISME', fr: 'Agents des organismes', en: 'Staff of the bodies', node: 'OR', since: '2026.1' },
] as const satisfies readonly RoleFamilyEntry[];

/** RoleFamilyCode is the code of a family of roles. */
export type RoleFamilyCode = (typeof roleFamilies)[number]['code'];
