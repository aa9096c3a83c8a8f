import type { Entry } from '../entry.js';

/**
 * BodyEntry adds a short name for dense lists, and the national body of a local one. A local body without any (a
 * département, a town hall) is its own.
 */
export interface BodyEntry extends Entry {
	readonly short?: string;
	readonly scope: 'national' | 'local';
	readonly national: string;
}

/** bodies holds who runs platforms and pays rights. A platform's failure goes to the national body; delays, counters and refusals to
 * the local one. */
// biome-ignore format: one entry a line, to be read as a table
export const bodies = [
	{ code: 'CNAF', fr: 'Caisse nationale des allocations familiales', en: 'National family allowances fund', short: 'CNAF', scope: 'national', national: 'CNAF', since: '2026.1' },
	{ code: 'CAF', fr: 'Caisse d’allocations familiales', en: 'Family allowances office', short: 'CAF', scope: 'local', national: 'CNAF', since: '2026.1' },
	{ code: 'CCMSA', fr: 'Caisse centrale de la mutualité sociale agricole', en: 'Central agricultural social fund', short: 'CCMSA', scope: 'national', national: 'CCMSA', since: '2026.1' },
	{ code: 'MSA', fr: 'Mutualité sociale agricole', en: 'Agricultural social fund office', short: 'MSA', scope: 'local', national: 'CCMSA', since: '2026.1' },
	{ code: 'CNAM', fr: 'Caisse nationale de l’assurance maladie', en: 'National health insurance fund', short: 'CNAM', scope: 'national', national: 'CNAM', since: '2026.1' },
	{ code: 'CPAM', fr: 'Caisse primaire d’assurance maladie', en: 'Local health insurance office', short: 'CPAM', scope: 'local', national: 'CNAM', since: '2026.1' },
	{ code: 'CGSS', fr: 'Caisse générale de sécurité sociale (outre-mer)', en: 'Overseas social security office', short: 'CGSS', scope: 'local', national: 'CNAM', since: '2026.1' },
	{ code: 'CNAV', fr: 'Caisse nationale d’assurance vieillesse', en: 'National pension fund', short: 'CNAV', scope: 'national', national: 'CNAV', since: '2026.1' },
	{ code: 'CARSAT', fr: 'Caisse d’assurance retraite et de la santé au travail', en: 'Regional pension and occupational health fund', short: 'CARSAT', scope: 'local', national: 'CNAV', since: '2026.1' },
	{ code: 'AGIRC_ARRCO', fr: 'Agirc-Arrco', en: 'Agirc-Arrco supplementary pensions', scope: 'national', national: 'AGIRC_ARRCO', since: '2026.1' },
	{ code: 'CNRACL', fr: 'Caisse de retraite des agents des collectivités locales', en: 'Pension fund of local government staff', short: 'CNRACL', scope: 'national', national: 'CNRACL', since: '2026.1' },
	{ code: 'UNION_RETRAITE', fr: 'GIP Union Retraite', en: 'Union Retraite', scope: 'national', national: 'UNION_RETRAITE', since: '2026.1' },
	{ code: 'FRANCE_TRAVAIL', fr: 'France Travail', en: 'France Travail (public employment service)', scope: 'national', national: 'FRANCE_TRAVAIL', since: '2026.1' },
	{ code: 'MISSION_LOCALE', fr: 'Mission locale', en: 'Local youth employment office', scope: 'local', national: 'FRANCE_TRAVAIL', since: '2026.1' },
	{ code: 'DEPARTEMENT', fr: 'Département', en: 'Département council', scope: 'local', national: 'DEPARTEMENT', since: '2026.1' },
	{ code: 'CNSA', fr: 'Caisse nationale de solidarité pour l’autonomie', en: 'National solidarity fund for autonomy', short: 'CNSA', scope: 'national', national: 'CNSA', since: '2026.1' },
	{ code: 'MDPH', fr: 'Maison départementale des personnes handicapées', en: 'Département office for persons with disabilities', short: 'MDPH', scope: 'local', national: 'CNSA', since: '2026.1' },
	{ code: 'DGFIP', fr: 'Direction générale des Finances publiques', en: 'Public finances directorate', short: 'DGFiP', scope: 'national', national: 'DGFIP', since: '2026.1' },
	{ code: 'INTERIEUR', fr: 'Ministère de l’Intérieur', en: 'Ministry of the Interior', short: 'Intérieur', scope: 'national', national: 'INTERIEUR', since: '2026.1' },
	{ code: 'PREFECTURE', fr: 'Préfecture', en: 'Prefecture', scope: 'local', national: 'INTERIEUR', since: '2026.1' },
	{ code: 'ANTS', fr: 'France Titres (ANTS)', en: 'France Titres (secure documents agency)', short: 'France Titres', scope: 'national', national: 'ANTS', since: '2026.1' },
	{ code: 'ANTAI', fr: 'Agence nationale de traitement automatisé des infractions', en: 'National agency for automated fines', short: 'ANTAI', scope: 'national', national: 'ANTAI', since: '2026.1' },
	{ code: 'OFII', fr: 'Office français de l’immigration et de l’intégration', en: 'Immigration and integration office', short: 'OFII', scope: 'national', national: 'OFII', since: '2026.1' },
	{ code: 'OFPRA', fr: 'Office français de protection des réfugiés et apatrides', en: 'Refugee protection office', short: 'OFPRA', scope: 'national', national: 'OFPRA', since: '2026.1' },
	{ code: 'CNOUS', fr: 'Centre national des œuvres universitaires et scolaires', en: 'National student services centre', short: 'CNOUS', scope: 'national', national: 'CNOUS', since: '2026.1' },
	{ code: 'CROUS', fr: 'Centre régional des œuvres universitaires et scolaires', en: 'Regional student services centre', short: 'CROUS', scope: 'local', national: 'CNOUS', since: '2026.1' },
	{ code: 'EDUCATION_NATIONALE', fr: 'Ministère de l’Éducation nationale', en: 'Ministry of Education', short: 'Éducation nationale', scope: 'national', national: 'EDUCATION_NATIONALE', since: '2026.1' },
	{ code: 'CDC', fr: 'Caisse des dépôts', en: 'Caisse des Dépôts (public finance institution)', scope: 'national', national: 'CDC', since: '2026.1' },
	{ code: 'ACTION_LOGEMENT', fr: 'Action Logement', en: 'Action Logement (housing body)', scope: 'national', national: 'ACTION_LOGEMENT', since: '2026.1' },
	{ code: 'LOGEMENT', fr: 'Ministère du Logement', en: 'Ministry of Housing', short: 'Logement', scope: 'national', national: 'LOGEMENT', since: '2026.1' },
	{ code: 'BAILLEUR', fr: 'Bailleur social', en: 'Social landlord', scope: 'local', national: 'LOGEMENT', since: '2026.1' },
	{ code: 'SIAO', fr: 'Service intégré d’accueil et d’orientation (115)', en: 'Integrated shelter and guidance service (115)', short: 'SIAO', scope: 'local', national: 'LOGEMENT', since: '2026.1' },
	{ code: 'ANAH', fr: 'Agence nationale de l’habitat', en: 'National housing agency', short: 'Anah', scope: 'national', national: 'ANAH', since: '2026.1' },
	{ code: 'ASP', fr: 'Agence de services et de paiement', en: 'Services and payment agency', short: 'ASP', scope: 'national', national: 'ASP', since: '2026.1' },
	{ code: 'URSSAF', fr: 'Urssaf', en: 'Urssaf (contributions collector)', scope: 'national', national: 'URSSAF', since: '2026.1' },
	{ code: 'BANQUE_DE_FRANCE', fr: 'Banque de France', en: 'Bank of France', scope: 'national', national: 'BANQUE_DE_FRANCE', since: '2026.1' },
	{ code: 'JUSTICE', fr: 'Ministère de la Justice', en: 'Ministry of Justice', short: 'Justice', scope: 'national', national: 'JUSTICE', since: '2026.1' },
	{ code: 'CONSEIL_D_ETAT', fr: 'Conseil d’État', en: 'Council of State (administrative courts)', scope: 'national', national: 'CONSEIL_D_ETAT', since: '2026.1' },
	{ code: 'DINUM', fr: 'Direction interministérielle du numérique', en: 'Interministerial digital directorate', short: 'DINUM', scope: 'national', national: 'DINUM', since: '2026.1' },
	{ code: 'DILA', fr: 'Direction de l’information légale et administrative', en: 'Legal and administrative information directorate', short: 'DILA', scope: 'national', national: 'DILA', since: '2026.1' },
	{ code: 'ANCT', fr: 'Agence nationale de la cohésion des territoires', en: 'National agency for territorial cohesion', short: 'ANCT', scope: 'national', national: 'ANCT', since: '2026.1' },
	{ code: 'GIP_INCLUSION', fr: 'GIP Plateforme de l’inclusion', en: 'Inclusion platform', short: 'GIP Inclusion', scope: 'national', national: 'GIP_INCLUSION', since: '2026.1' },
	{ code: 'EDF', fr: 'Électricité de France', en: 'EDF (electricity supplier)', scope: 'national', national: 'EDF', since: '2026.1' },
	{ code: 'ENGIE', fr: 'Engie (fournisseur d’énergie)', en: 'Engie (energy supplier)', short: 'Engie', scope: 'national', national: 'ENGIE', since: '2026.1' },
	{ code: 'LA_POSTE', fr: 'La Poste', en: 'La Poste (postal group)', scope: 'national', national: 'LA_POSTE', since: '2026.1' },
	{ code: 'CCAS', fr: 'Centre communal d’action sociale', en: 'Municipal social services', scope: 'local', national: 'CCAS', since: '2026.1' },
	{ code: 'MAIRIE', fr: 'Mairie', en: 'Town hall', scope: 'local', national: 'MAIRIE', since: '2026.1' },
	{ code: 'AUTRE', fr: 'Autre organisme', en: 'Another body', scope: 'local', national: 'AUTRE', since: '2026.1' },
] as const satisfies readonly BodyEntry[];

/** BodyCode is the code of a body. */
export type BodyCode = (typeof bodies)[number]['code'];
