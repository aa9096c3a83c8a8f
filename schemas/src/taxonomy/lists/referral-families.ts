import type { Entry } from '../entry.js';

/** referralFamilies holds the nodes of the referral circuit, in the order of the paper slip's bits. */
// biome-ignore format: one entry a line, to be read as a table
export const referralFamilies = [
	{ code: 'TS', fr: 'Travail social', en: 'Social work', since: '2026.1' },
	{ code: 'SA', fr: 'Secrétariat, accueil', en: 'Secretariat, reception', since: '2026.1' },
	{ code: 'MS', fr: 'Médiation sociale', en: 'Social mediation', since: '2026.1' },
	{ code: 'MN', fr: 'Médiation numérique', en: 'Digital mediation', since: '2026.1' },
	{ code: 'OR', fr: 'Organisme', en: 'Body', since: '2026.1' },
	{ code: 'PL', fr: 'Plateforme', en: 'Platform', since: '2026.1' },
	{ code: 'AB', fr: 'Aidant, bénévole', en: 'Carer, volunteer', since: '2026.1' },
	{ code: 'FS', fr: 'France services', en: 'France services', since: '2026.1' },
] as const satisfies readonly Entry[];

/** ReferralFamilyCode is the code of a node of the circuit. */
export type ReferralFamilyCode = (typeof referralFamilies)[number]['code'];
