import type { Weights } from './random.js';

/**
 * What the demonstration's workers meet, as tables that a reader can check by eye. Weights in each table need not sum
 * to anything; the codes are those of the taxonomy.
 */

/** familyWeights: the four kinds of declaration. */
export const familyWeights = { alert: 55, procedure: 25, referral: 12, nontakeup: 8 } as const;

/** platformWeights: failures by platform, by use. */
export const platformWeights: Weights = {
	CAF_MON_COMPTE: 28,
	AMELI: 13,
	FRANCE_TRAVAIL: 12,
	ANEF: 8,
	IMPOTS: 7,
	ANTS: 5,
	ASSURANCE_RETRAITE: 4,
	MSA: 4,
	MDPH_EN_LIGNE: 4,
	FRANCECONNECT: 4,
	DEMANDE_LOGEMENT_SOCIAL: 3,
	DEMARCHE_NUMERIQUE: 2,
	C2S_SITE: 1.5,
	ACTION_LOGEMENT: 1,
	INFO_RETRAITE: 1,
	CHEQUE_ENERGIE: 0.8,
	MES_SERVICES_ETUDIANT: 0.7,
	PORTAIL_DEPARTEMENT: 1,
};

/** dispersion: variance of a platform's weekly count over its mean. */
export const dispersion: Weights = {
	CAF_MON_COMPTE: 2,
	AMELI: 1.6,
	FRANCE_TRAVAIL: 1.8,
	ANEF: 1.8,
	IMPOTS: 1.6,
	ANTS: 1.5,
};
export const DEFAULT_DISPERSION = 1.3;

/** benefitWeights: the right at stake, given the platform. */
export const benefitWeights: Readonly<Record<string, Weights>> = {
	CAF_MON_COMPTE: { RSA: 30, AL: 26, PPA: 20, AAH: 10, AF: 6, PAJE: 4, ARS: 2, ASF: 2 },
	AMELI: { C2S: 34, IJ: 28, PUMA: 24, AME: 12 },
	FRANCE_TRAVAIL: { ARE: 72, ASS: 22, CEJ: 6 },
	ANEF: { TITRE_SEJOUR: 84, NATURALISATION: 12, ASILE: 4 },
	IMPOTS: { IMPOTS: 100 },
	ANTS: { CNI_PASSEPORT: 44, PERMIS: 30, CARTE_GRISE: 26 },
	ASSURANCE_RETRAITE: { RETRAITE: 78, ASPA: 22 },
	MSA: { RSA: 24, PPA: 22, AL: 20, RETRAITE: 20, AAH: 14 },
	MDPH_EN_LIGNE: { AAH: 46, PCH: 26, AEEH: 16, CMI_RQTH: 12 },
	FRANCECONNECT: { RSA: 18, C2S: 20, RETRAITE: 18, AL: 16, ARE: 14, IMPOTS: 14 },
	DEMANDE_LOGEMENT_SOCIAL: { LOGEMENT_SOCIAL: 88, DALO: 12 },
	DEMARCHE_NUMERIQUE: { TITRE_SEJOUR: 40, FSL: 24, AIDE_SOCIALE_FACULTATIVE: 36 },
	C2S_SITE: { C2S: 100 },
	ACTION_LOGEMENT: { LOCAPASS_VISALE: 100 },
	INFO_RETRAITE: { RETRAITE: 100 },
	CHEQUE_ENERGIE: { CHEQUE_ENERGIE: 100 },
	MES_SERVICES_ETUDIANT: { BOURSES: 100 },
	PORTAIL_DEPARTEMENT: { RSA: 40, APA: 40, FSL: 20 },
};

/** stepWeights: where it stops, given the right; `other` serves the rights that are not named. */
export const stepWeights: Readonly<Record<string, Weights>> & { readonly other: Weights } = {
	RSA: {
		CONNEXION: 22,
		FORMULAIRE: 12,
		PIECES: 14,
		DECLARATION_PERIODIQUE: 20,
		INSTRUCTION: 14,
		VERSEMENT: 8,
		INDU: 10,
	},
	AL: {
		CONNEXION: 20,
		FORMULAIRE: 14,
		PIECES: 16,
		CHANGEMENT_SITUATION: 14,
		INSTRUCTION: 18,
		INDU: 10,
		VERSEMENT: 8,
	},
	PPA: { CONNEXION: 26, FORMULAIRE: 14, DECLARATION_PERIODIQUE: 36, INSTRUCTION: 12, INDU: 12 },
	ARE: { CONNEXION: 20, DECLARATION_PERIODIQUE: 34, PIECES: 14, INSTRUCTION: 14, RDV: 10, INDU: 8 },
	TITRE_SEJOUR: { RDV: 34, CREATION_COMPTE: 12, PIECES: 18, SUIVI: 12, INSTRUCTION: 16, RENOUVELLEMENT: 8 },
	CARTE_GRISE: { IDENTIFICATION: 24, FORMULAIRE: 22, PIECES: 22, SUIVI: 14, CONTACT: 18 },
	other: {
		CONNEXION: 26,
		IDENTIFICATION: 12,
		FORMULAIRE: 18,
		PIECES: 18,
		SUIVI: 8,
		INSTRUCTION: 10,
		CONTACT: 8,
	},
};

/** kindWeights: what happens, given the step (or a platform and a step); `other` serves the steps that are not named. */
export const kindWeights: Readonly<Record<string, Weights>> & { readonly other: Weights } = {
	'CAF_MON_COMPTE CONNEXION': {
		PERTE_IDENTIFIANT: 26,
		DOUBLE_AUTH_TELEPHONE: 22,
		BLOCAGE_IDENTITE: 16,
		COMPTE_BLOQUE: 12,
		ERREUR_TECHNIQUE: 12,
		PANNE: 8,
		NIR_PROVISOIRE: 3,
	},
	CONNEXION: {
		PERTE_IDENTIFIANT: 26,
		DOUBLE_AUTH_TELEPHONE: 22,
		BLOCAGE_IDENTITE: 16,
		COMPTE_BLOQUE: 12,
		ERREUR_TECHNIQUE: 12,
		PANNE: 8,
		NIR_PROVISOIRE: 0.5,
	},
	// What is filed there is dealt with by hundreds of services, which send on what they take for another's.
	'DEMARCHE_NUMERIQUE INSTRUCTION': { DELAI_TRAITEMENT: 24, PIECES_REDEMANDEES: 12, RENVOI_CIRCULAIRE: 64 },
	'DEMARCHE_NUMERIQUE CONTACT': {
		MESSAGE_SANS_REPONSE: 20,
		TELEPHONE_INJOIGNABLE: 16,
		RENVOI_CIRCULAIRE: 64,
	},
	'DEMARCHE_NUMERIQUE SUIVI': { MESSAGE_SANS_REPONSE: 20, DELAI_TRAITEMENT: 16, RENVOI_CIRCULAIRE: 64 },
	CREATION_COMPTE: { CREATION_COMPTE_IMPOSSIBLE: 50, COURRIEL_OBLIGATOIRE: 30, BLOCAGE_IDENTITE: 20 },
	IDENTIFICATION: { BLOCAGE_IDENTITE: 42, PERTE_IDENTIFIANT: 26, ERREUR_TECHNIQUE: 18, BOUCLE_PAGE: 14 },
	FORMULAIRE: {
		CAS_NON_PREVU: 30,
		FORMULAIRE_INCOMPREHENSIBLE: 30,
		SAISIE_PERDUE: 16,
		ERREUR_TECHNIQUE: 14,
		INCOMPATIBLE_MOBILE: 10,
	},
	PIECES: { PIECE_REFUSEE: 44, PIECE_IMPOSSIBLE: 26, PIECES_REDEMANDEES: 22, ERREUR_TECHNIQUE: 8 },
	DECLARATION_PERIODIQUE: {
		ERREUR_TECHNIQUE: 26,
		FORMULAIRE_INCOMPREHENSIBLE: 22,
		DONNEES_FAUSSES_AFFICHEES: 18,
		PANNE: 10,
		SUSPENSION_DROITS: 24,
	},
	INSTRUCTION: { DELAI_TRAITEMENT: 56, PIECES_REDEMANDEES: 22, DOSSIER_PERDU: 10, SUSPENSION_DROITS: 12 },
	VERSEMENT: { VERSEMENT_INTERROMPU: 64, SUSPENSION_DROITS: 36 },
	INDU: { INDU_INCOMPRIS: 70, ERREUR_CALCUL: 30 },
	RDV: { RDV_INDISPONIBLE: 72, FILE_ATTENTE: 16, GUICHET_FERME: 12 },
	CONTACT: {
		TELEPHONE_INJOIGNABLE: 46,
		MESSAGE_SANS_REPONSE: 34,
		RENVOI_CIRCULAIRE: 12,
		PAS_D_INTERLOCUTEUR: 8,
	},
	SUIVI: { MESSAGE_SANS_REPONSE: 44, DELAI_TRAITEMENT: 36, RENVOI_CIRCULAIRE: 20 },
	RENOUVELLEMENT: { DELAI_TRAITEMENT: 50, SUSPENSION_DROITS: 30, RDV_INDISPONIBLE: 20 },
	CHANGEMENT_SITUATION: { CAS_NON_PREVU: 40, SUSPENSION_DROITS: 30, ERREUR_TECHNIQUE: 30 },
	other: { ERREUR_TECHNIQUE: 40, FORMULAIRE_INCOMPREHENSIBLE: 30, MESSAGE_SANS_REPONSE: 30 },
};

/** consequenceWeights: what follows, given the kind; `other` serves the kinds that are not named. */
export const consequenceWeights: Readonly<Record<string, Weights>> & { readonly other: Weights } = {
	SUSPENSION_DROITS: { RUPTURE_DROITS: 60, PERTE_RESSOURCES: 30, DETTE: 10 },
	VERSEMENT_INTERROMPU: { PERTE_RESSOURCES: 70, RISQUE_EXPULSION: 14, DETTE: 16 },
	INDU_INCOMPRIS: { DETTE: 72, PERTE_RESSOURCES: 28 },
	RDV_INDISPONIBLE: { RETARD: 44, RUPTURE_DROITS: 40, ABANDON: 16 },
	DELAI_TRAITEMENT: { RETARD: 60, PERTE_RESSOURCES: 30, RENONCEMENT_SOINS: 10 },
	other: { RETARD: 52, AUCUNE: 18, PERTE_RESSOURCES: 14, ABANDON: 16 },
};

/** Details of a declaration: how many persons, which way out, how long it took, what came of it. */
export const personsWeights: Weights = { UNE: 70, DEUX_A_QUATRE: 20, CINQ_A_NEUF: 7, DIX_ET_PLUS: 3 };
export const alternativeWeights: Weights = {
	AUCUNE: 46,
	TELEPHONE: 18,
	GUICHET: 14,
	RENDEZ_VOUS: 10,
	COURRIER: 8,
	INCONNUE: 4,
};
export const timeWeights: Weights = {
	MOINS_5: 8,
	DE_5_A_15: 30,
	DE_15_A_30: 32,
	DE_30_A_60: 20,
	PLUS_60: 10,
};
export const outcomeWeights: Weights = {
	RESOLU_SUR_PLACE: 12,
	RESOLU_AUTRE_CANAL: 16,
	REPORTE: 34,
	ORIENTE: 18,
	ABANDONNE: 20,
};
export const channelWeights: Weights = { WEB: 84, APPLI_MOBILE: 8, TELEPHONE: 5, GUICHET: 3 };

/** nonTakeUpWeights: which right is not taken up. */
export const nonTakeUpWeights: Weights = {
	RSA: 24,
	C2S: 20,
	PPA: 16,
	ASPA: 12,
	AL: 10,
	AAH: 8,
	APA: 5,
	CHEQUE_ENERGIE: 5,
};

/** situationWeights: the sentence a worker picks, given the right; the index is that of the taxonomy's list. */
export const situationWeights: readonly number[] = [22, 12, 20, 8, 4, 14, 10, 6, 6, 4];

/** referralWeights: first-order chain between the eight families; the loops TS -> MN -> TS and OR -> PL -> TS stand out. */
export const referralWeights: Readonly<Record<string, Weights>> = {
	TS: { MN: 44, OR: 26, PL: 10, FS: 14, AB: 6 },
	MN: { TS: 46, OR: 24, FS: 12, PL: 12, SA: 6 },
	SA: { TS: 40, MN: 24, OR: 20, FS: 16 },
	MS: { TS: 36, MN: 30, OR: 20, FS: 14 },
	OR: { PL: 66, TS: 20, FS: 14 },
	PL: { TS: 52, MN: 30, OR: 18 },
	FS: { OR: 42, TS: 30, MN: 20, PL: 8 },
	AB: { TS: 44, FS: 30, MN: 26 },
};

/** loopShares: share of referrals with a slip that close a loop, by edge. */
export const loopShares: Readonly<Record<string, number>> = { 'MN>TS': 0.18, 'PL>TS': 0.09 };
export const DEFAULT_LOOP_SHARE = 0.03;

export const needWeights: Weights = { NUMERIQUE: 40, DROIT: 34, LES_DEUX: 22, AUTRE: 4 };
export const reasonWeights: Weights = {
	COMPETENCE_NUMERIQUE_REQUISE: 26,
	COMPETENCE_DROIT_REQUISE: 22,
	HORS_MISSION: 20,
	DEMANDE_ORGANISME: 14,
	SATURATION: 10,
	PROXIMITE: 8,
};
export const referralOutcomeWeights: Weights = {
	TRAITE: 40,
	PARTIEL: 16,
	RENVOYE_AILLEURS: 18,
	RENVOYE_EXPEDITEUR: 8,
	REFUSE_HORS_MISSION: 8,
	SANS_NOUVELLE: 10,
};
