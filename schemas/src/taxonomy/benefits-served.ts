import type { BenefitCode } from './lists/benefits.js';
import type { PlatformCode } from './lists/platforms.js';

const family = [
	'RSA',
	'PPA',
	'AL',
	'AAH',
	'MVA',
	'AEEH',
	'PCH',
	'AF',
	'CF',
	'ASF',
	'PAJE',
	'ARS',
	'ARIPA',
	'CHEQUE_ENERGIE',
	'FSL',
	'AIDE_SOCIALE_FACULTATIVE',
] as const;
const health = ['C2S', 'AME', 'PUMA', 'IJ', 'ASI', 'CMI_RQTH', 'AAH', 'RETRAITE', 'ASPA'] as const;
const pension = ['RETRAITE', 'ASPA', 'ASI', 'AIDE_MENAGERE', 'APA'] as const;

/**
 * benefitsServed says which rights can be at stake on each platform; ALL where any can (identity, tax notice, residence
 * permit, tools of helpers). AUTRE and a benefit left out fit everywhere. Generous on purpose: a pair missing here is refused
 * at intake, so it is missing only where it makes no sense.
 */
// biome-ignore format: one platform a line, to be read as a table
export const benefitsServed: Readonly<Record<PlatformCode, 'ALL' | readonly BenefitCode[]>> = {
	CAF_MON_COMPTE: family,
	AMELI: health,
	FRANCE_TRAVAIL: ['ARE', 'ASS', 'CEJ', 'CPF', 'RSA', 'PPA', 'CMI_RQTH', 'AIDE_SOCIALE_FACULTATIVE'],
	ANTS: ['CNI_PASSEPORT', 'PERMIS', 'CARTE_GRISE', 'TITRE_SEJOUR'],
	IMPOTS: 'ALL',
	FRANCECONNECT: 'ALL',
	ANEF: 'ALL',
	MSA: [...family, 'C2S', 'AME', 'PUMA', 'IJ', 'ASI', 'RETRAITE', 'ASPA', 'AIDE_MENAGERE', 'APA', 'CMI_RQTH'],
	ASSURANCE_RETRAITE: pension,
	INFO_RETRAITE: pension,
	MDPH_EN_LIGNE: ['AAH', 'MVA', 'AEEH', 'PCH', 'CMI_RQTH'],
	DEMANDE_LOGEMENT_SOCIAL: ['LOGEMENT_SOCIAL', 'DALO', 'LOCAPASS_VISALE', 'AL'],
	DEMARCHE_NUMERIQUE: 'ALL',
	RDV_PREFECTURE: ['TITRE_SEJOUR', 'ASILE', 'NATURALISATION', 'ADA', 'CNI_PASSEPORT', 'PERMIS', 'CARTE_GRISE', 'DALO', 'PUMA'],
	SERVICE_PUBLIC: 'ALL',
	MES_DROITS_SOCIAUX: 'ALL',
	C2S_SITE: ['C2S'],
	MON_ESPACE_SANTE: health,
	CAF_PENSION: ['ARIPA', 'ASF'],
	CHEQUE_ENERGIE: ['CHEQUE_ENERGIE'],
	CPF: ['CPF'],
	MES_SERVICES_ETUDIANT: ['BOURSES'],
	EDUCONNECT: ['BOURSES', 'ARS'],
	ACTION_LOGEMENT: ['LOCAPASS_VISALE', 'LOGEMENT_SOCIAL', 'FSL', 'SURENDETTEMENT'],
	VISALE: ['LOCAPASS_VISALE'],
	URSSAF: ['PAJE', 'PCH', 'APA', 'PPA', 'RSA', 'RETRAITE', 'IJ', 'AIDE_MENAGERE'],
	AGIRC_ARRCO: ['RETRAITE'],
	MAPRIMERENOV: ['MAPRIMERENOV'],
	SURENDETTEMENT: ['SURENDETTEMENT'],
	AIDE_JURIDICTIONNELLE: ['AIDE_JURIDICTIONNELLE'],
	TELERECOURS: 'ALL',
	ANTAI: ['PERMIS', 'CARTE_GRISE', 'IMPOTS'],
	IDENTITE_LA_POSTE: 'ALL',
	FRANCE_IDENTITE: 'ALL',
	PORTAIL_DEPARTEMENT: ['RSA', 'APA', 'PCH', 'FSL', 'ASH', 'AIDE_MENAGERE', 'AIDE_SOCIALE_FACULTATIVE', 'AAH', 'AEEH', 'CMI_RQTH', 'LOGEMENT_SOCIAL', 'BOURSES'],
	PORTAIL_CCAS: ['AIDE_SOCIALE_FACULTATIVE', 'DOMICILIATION', 'AIDE_MENAGERE', 'ASH', 'APA', 'RSA', 'CNI_PASSEPORT', 'LOGEMENT_SOCIAL', 'ASPA', 'CMI_RQTH'],
	PRO_CDAP: family,
	PRO_AMELI: health,
	PRO_SIAO: ['HEBERGEMENT_115', 'LOGEMENT_SOCIAL', 'DALO', 'ADA', 'AL'],
	PRO_PASS_EDF: ['CHEQUE_ENERGIE', 'FSL', 'AIDE_SOCIALE_FACULTATIVE', 'SURENDETTEMENT'],
	PRO_ENGIE_SOLIDARITE: ['CHEQUE_ENERGIE', 'FSL', 'AIDE_SOCIALE_FACULTATIVE', 'SURENDETTEMENT'],
	PRO_AIDANTS_CONNECT: 'ALL',
	PRO_ADMINISTRATION_PLUS: 'ALL',
	PRO_RDV_SP: 'ALL',
	PRO_DORA: 'ALL',
	PRO_COOP: 'ALL',
	AUTRE: 'ALL',
};
