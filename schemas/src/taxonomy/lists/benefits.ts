import type { Entry } from '../entry.js';
import type { BodyCode } from './bodies.js';

/** BenefitEntry adds a short name for dense figures and the cross references; what is not known is absent. */
export interface BenefitEntry extends Entry {
	readonly short?: string;
	readonly bodies: readonly BodyCode[];
	readonly fiches?: readonly string[];
	readonly openfisca?: readonly string[];
}

/** benefits holds the rights that people claim, with the bodies that decide or pay, the fiches of service-public.fr and the
 * variables of OpenFisca where known. Papers that other rights depend on are among them. */
// biome-ignore format: one entry a line, to be read as a table
export const benefits = [
	{ code: 'RSA', fr: 'Revenu de solidarité active', en: 'Minimum income (RSA)', short: 'RSA', bodies: ['DEPARTEMENT', 'CAF', 'MSA'], fiches: ['N19775', 'F19778'], openfisca: ['rsa'], since: '2026.1' },
	{ code: 'PPA', fr: 'Prime d’activité', en: 'In-work benefit (prime d’activité)', bodies: ['CAF', 'MSA'], fiches: ['F2882'], openfisca: ['ppa'], since: '2026.1' },
	{ code: 'AL', fr: 'Aides au logement (APL, ALF, ALS)', en: 'Housing benefits (APL, ALF, ALS)', bodies: ['CAF', 'MSA'], fiches: ['F12006'], openfisca: ['aide_logement'], since: '2026.1' },
	{ code: 'AAH', fr: 'Allocation aux adultes handicapés', en: 'Disabled adults’ allowance (AAH)', short: 'AAH', bodies: ['MDPH', 'CAF', 'MSA'], fiches: ['F12242'], openfisca: ['aah'], since: '2026.1' },
	{ code: 'MVA', fr: 'Majoration pour la vie autonome', en: 'Independent-living supplement (MVA)', bodies: ['CAF', 'MSA'], fiches: ['F12903'], since: '2026.1' },
	{ code: 'AEEH', fr: 'Allocation d’éducation de l’enfant handicapé', en: 'Disabled child education allowance (AEEH)', short: 'AEEH', bodies: ['MDPH', 'CAF', 'MSA'], fiches: ['F14809'], openfisca: ['aeeh'], since: '2026.1' },
	{ code: 'PCH', fr: 'Prestation de compensation du handicap', en: 'Disability compensation benefit (PCH)', short: 'PCH', bodies: ['MDPH', 'DEPARTEMENT'], fiches: ['F14202'], since: '2026.1' },
	{ code: 'CMI_RQTH', fr: 'Carte mobilité inclusion, reconnaissance de travailleur handicapé', en: 'Mobility inclusion card, disabled worker status', short: 'CMI, RQTH', bodies: ['MDPH'], since: '2026.1' },
	{ code: 'APA', fr: 'Allocation personnalisée d’autonomie', en: 'Personal autonomy allowance (APA)', short: 'APA', bodies: ['DEPARTEMENT'], fiches: ['F10009'], since: '2026.1' },
	{ code: 'ASPA', fr: 'Allocation de solidarité aux personnes âgées (minimum vieillesse)', en: 'Solidarity allowance for the elderly (minimum pension)', short: 'Minimum vieillesse', bodies: ['CARSAT', 'CNAV', 'MSA'], fiches: ['F16871'], openfisca: ['aspa'], since: '2026.1' },
	{ code: 'ASI', fr: 'Allocation supplémentaire d’invalidité', en: 'Supplementary invalidity allowance (ASI)', short: 'ASI', bodies: ['CPAM', 'MSA'], fiches: ['F16940'], openfisca: ['asi'], since: '2026.1' },
	{ code: 'RETRAITE', fr: 'Retraite de base, complémentaire, réversion', en: 'Basic, supplementary and survivor’s pensions', short: 'Retraite', bodies: ['CARSAT', 'CNAV', 'MSA', 'AGIRC_ARRCO', 'CNRACL'], since: '2026.1' },
	{ code: 'AF', fr: 'Allocations familiales', en: 'Family allowances', bodies: ['CAF', 'MSA'], fiches: ['F13213'], openfisca: ['af'], since: '2026.1' },
	{ code: 'CF', fr: 'Complément familial', en: 'Family supplement', bodies: ['CAF', 'MSA'], fiches: ['F13214'], openfisca: ['cf'], since: '2026.1' },
	{ code: 'ASF', fr: 'Allocation de soutien familial', en: 'Family support allowance', bodies: ['CAF', 'MSA'], openfisca: ['asf'], since: '2026.1' },
	{ code: 'PAJE', fr: 'Prestation d’accueil du jeune enfant', en: 'Early childhood benefit (PAJE)', short: 'PAJE', bodies: ['CAF', 'MSA'], fiches: ['F13218'], openfisca: ['paje_base'], since: '2026.1' },
	{ code: 'ARS', fr: 'Allocation de rentrée scolaire', en: 'Back-to-school allowance', short: 'Rentrée scolaire', bodies: ['CAF', 'MSA'], fiches: ['F1878'], openfisca: ['ars'], since: '2026.1' },
	{ code: 'ARIPA', fr: 'Recouvrement des pensions alimentaires', en: 'Recovery of child maintenance', short: 'Pension alimentaire', bodies: ['CAF', 'MSA'], since: '2026.1' },
	{ code: 'C2S', fr: 'Complémentaire santé solidaire', en: 'Complementary health cover (C2S)', bodies: ['CPAM', 'MSA'], fiches: ['F10027'], openfisca: ['css_participation_forfaitaire'], since: '2026.1' },
	{ code: 'AME', fr: 'Aide médicale de l’État', en: 'State medical aid (AME)', short: 'AME', bodies: ['CPAM'], fiches: ['F3079'], since: '2026.1' },
	{ code: 'PUMA', fr: 'Affiliation à l’assurance maladie, carte Vitale, numéro définitif', en: 'Health insurance affiliation, Vitale card, permanent number', short: 'Affiliation, carte Vitale', bodies: ['CPAM', 'MSA', 'CNAV'], since: '2026.1' },
	{ code: 'IJ', fr: 'Indemnités journalières, pension d’invalidité', en: 'Sickness benefits, invalidity pension', short: 'Indemnités journalières', bodies: ['CPAM', 'MSA'], since: '2026.1' },
	{ code: 'ARE', fr: 'Assurance chômage', en: 'Unemployment insurance', bodies: ['FRANCE_TRAVAIL'], since: '2026.1' },
	{ code: 'ASS', fr: 'Allocation de solidarité spécifique', en: 'Specific solidarity allowance (long-term unemployed)', short: 'ASS', bodies: ['FRANCE_TRAVAIL'], fiches: ['F12484'], openfisca: ['ass'], since: '2026.1' },
	{ code: 'CEJ', fr: 'Contrat d’engagement jeune', en: 'Youth commitment contract', bodies: ['MISSION_LOCALE', 'FRANCE_TRAVAIL'], fiches: ['F32700'], since: '2026.1' },
	{ code: 'CPF', fr: 'Compte personnel de formation', en: 'Personal training account', bodies: ['CDC'], since: '2026.1' },
	{ code: 'ADA', fr: 'Allocation pour demandeur d’asile', en: 'Asylum seeker’s allowance', short: 'ADA', bodies: ['OFII'], fiches: ['F33314'], since: '2026.1' },
	{ code: 'TITRE_SEJOUR', fr: 'Titre de séjour', en: 'Residence permit', bodies: ['PREFECTURE'], since: '2026.1' },
	{ code: 'ASILE', fr: 'Asile', en: 'Asylum', bodies: ['OFPRA', 'PREFECTURE'], since: '2026.1' },
	{ code: 'NATURALISATION', fr: 'Naturalisation', en: 'Naturalisation (French nationality)', bodies: ['PREFECTURE'], since: '2026.1' },
	{ code: 'CNI_PASSEPORT', fr: 'Carte d’identité, passeport', en: 'Identity card, passport', bodies: ['ANTS', 'MAIRIE'], since: '2026.1' },
	{ code: 'PERMIS', fr: 'Permis de conduire', en: 'Driving licence', bodies: ['ANTS'], since: '2026.1' },
	{ code: 'CARTE_GRISE', fr: 'Carte grise (certificat d’immatriculation)', en: 'Vehicle registration certificate', short: 'Carte grise', bodies: ['ANTS'], since: '2026.1' },
	{ code: 'CHEQUE_ENERGIE', fr: 'Chèque énergie', en: 'Energy voucher', bodies: ['ASP'], fiches: ['F33667'], openfisca: ['cheque_energie'], since: '2026.1' },
	{ code: 'FSL', fr: 'Fonds de solidarité pour le logement', en: 'Housing solidarity fund', short: 'FSL', bodies: ['DEPARTEMENT'], fiches: ['F1334'], since: '2026.1' },
	{ code: 'DALO', fr: 'Droit au logement opposable', en: 'Enforceable right to housing', short: 'DALO', bodies: ['PREFECTURE'], fiches: ['F18005'], since: '2026.1' },
	{ code: 'LOGEMENT_SOCIAL', fr: 'Demande de logement social', en: 'Social housing application', short: 'Logement social', bodies: ['BAILLEUR', 'LOGEMENT'], fiches: ['F869'], since: '2026.1' },
	{ code: 'HEBERGEMENT_115', fr: 'Hébergement d’urgence (115, SIAO)', en: 'Emergency shelter (115, SIAO)', short: 'Hébergement (115)', bodies: ['SIAO'], since: '2026.1' },
	{ code: 'LOCAPASS_VISALE', fr: 'Loca-Pass, garantie Visale', en: 'Loca-Pass deposit, Visale guarantee', bodies: ['ACTION_LOGEMENT'], fiches: ['F33453'], since: '2026.1' },
	{ code: 'BOURSES', fr: 'Bourses (collège, lycée, supérieur)', en: 'Student grants (secondary, higher education)', short: 'Bourses', bodies: ['EDUCATION_NATIONALE', 'CROUS'], fiches: ['F984', 'F616', 'F12214'], since: '2026.1' },
	{ code: 'AIDE_SOCIALE_FACULTATIVE', fr: 'Aide sociale facultative, secours', en: 'Discretionary social assistance, emergency aid', short: 'Secours', bodies: ['CCAS', 'DEPARTEMENT'], since: '2026.1' },
	{ code: 'DOMICILIATION', fr: 'Domiciliation', en: 'Postal address for the homeless', bodies: ['CCAS'], since: '2026.1' },
	{ code: 'AIDE_MENAGERE', fr: 'Aide ménagère', en: 'Home help', bodies: ['CCAS', 'DEPARTEMENT'], since: '2026.1' },
	{ code: 'ASH', fr: 'Aide sociale à l’hébergement', en: 'Care-home costs assistance', short: 'ASH', bodies: ['DEPARTEMENT'], since: '2026.1' },
	{ code: 'AIDE_JURIDICTIONNELLE', fr: 'Aide juridictionnelle', en: 'Legal aid', bodies: ['JUSTICE'], since: '2026.1' },
	{ code: 'IMPOTS', fr: 'Déclaration de revenus, avis d’impôt', en: 'Income tax return, tax notice', short: 'Impôts', bodies: ['DGFIP'], since: '2026.1' },
	{ code: 'MAPRIMERENOV', fr: 'MaPrimeRénov’', en: 'Home renovation grant (MaPrimeRénov’)', bodies: ['ANAH'], since: '2026.1' },
	{ code: 'SURENDETTEMENT', fr: 'Dossier de surendettement', en: 'Over-indebtedness file', short: 'Surendettement', bodies: ['BANQUE_DE_FRANCE'], since: '2026.1' },
	{ code: 'AUTRE', fr: 'Autre droit', en: 'Another right', bodies: ['AUTRE'], since: '2026.1' },
] as const satisfies readonly BenefitEntry[];

/** BenefitCode is the code of a benefit. */
export type BenefitCode = (typeof benefits)[number]['code'];
