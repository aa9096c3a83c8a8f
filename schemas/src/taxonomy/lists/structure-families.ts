import type { Entry } from '../entry.js';

/** structureFamilies holds the families of structures used for analysis and disclosure. */
// biome-ignore format: one entry a line, to be read as a table
export const structureFamilies = [
	{ code: 'COMMUNE', fr: 'Communes, CCAS', en: 'Municipalities, CCAS', since: '2026.1' },
	{ code: 'DEPARTEMENT', fr: 'Services du département', en: 'Département services', since: '2026.1' },
	{ code: 'ORGANISME', fr: 'Organismes sociaux', en: 'Social bodies', since: '2026.1' },
	{ code: 'EMPLOI_INSERTION', fr: 'Emploi, insertion', en: 'Employment, integration', since: '2026.1' },
	{ code: 'ASSOCIATION', fr: 'Associations', en: 'Associations', since: '2026.1' },
	{ code: 'CENTRE_SOCIAL', fr: 'Centres sociaux', en: 'Social centres', since: '2026.1' },
	{ code: 'HEBERGEMENT', fr: 'Hébergement, asile', en: 'Shelter, asylum', since: '2026.1' },
	{ code: 'SANTE', fr: 'Santé, addictions', en: 'Health, addictions', since: '2026.1' },
	{ code: 'FRANCE_SERVICES', fr: 'France services', en: 'France Services', since: '2026.1' },
	{ code: 'LIEU_NUMERIQUE', fr: 'Lieux numériques, bibliothèques', en: 'Digital places, libraries', since: '2026.1' },
	{ code: 'JUSTICE_DROIT', fr: 'Justice, accès au droit', en: 'Justice, access to law', since: '2026.1' },
	{ code: 'ETAT_EDUCATION', fr: 'État, éducation', en: 'State, education', since: '2026.1' },
	{ code: 'AUTRE', fr: 'Autres structures', en: 'Other structures', since: '2026.1' },
] as const satisfies readonly Entry[];

/** StructureFamilyCode is the code of a family of structures. */
export type StructureFamilyCode = (typeof structureFamilies)[number]['code'];
