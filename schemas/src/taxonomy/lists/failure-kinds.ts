import type { Entry, Wording } from '../entry.js';
import { NON_PRECISE } from '../version.js';
import type { FailureGroupCode } from './failure-groups.js';

/** FailureKindEntry adds the group that can mend it and the label in a worker's words, for chips. */
export interface FailureKindEntry extends Entry {
	readonly group: FailureGroupCode | typeof NON_PRECISE;
	readonly words: Wording;
}

/** failureKinds holds what fails, never whose fault it is, grouped by who can mend it. A person's own difficulties are factors. */
// biome-ignore format: one entry a line, to be read as a table
export const failureKinds = [
	{ code: 'PIECE_REFUSEE', fr: 'Pièce jointe refusée (format, poids)', en: 'Attachment refused (format, size)', group: 'TECHNIQUE', words: { fr: 'Pièce refusée', en: 'Document refused' }, since: '2026.1' },
	{ code: 'ERREUR_TECHNIQUE', fr: 'Message d’erreur technique', en: 'Technical error message', group: 'TECHNIQUE', words: { fr: 'Message d’erreur', en: 'Error message' }, since: '2026.1' },
	{ code: 'PANNE', fr: 'Service indisponible', en: 'Service unavailable', group: 'TECHNIQUE', words: { fr: 'Panne', en: 'Outage' }, since: '2026.1' },
	{ code: 'LENTEUR', fr: 'Service très lent', en: 'Service very slow', group: 'TECHNIQUE', words: { fr: 'Lenteur', en: 'Slowness' }, since: '2026.1' },
	{ code: 'SAISIE_PERDUE', fr: 'Saisie perdue', en: 'Entered data lost', group: 'TECHNIQUE', words: { fr: 'Saisie perdue', en: 'Entry lost' }, since: '2026.1' },
	{ code: 'BOUCLE_PAGE', fr: 'Renvoi en boucle à l’accueil ou à la connexion', en: 'Sent back to the home or sign-in page in a loop', group: 'TECHNIQUE', words: { fr: 'Retour à la connexion', en: 'Back to sign-in' }, since: '2026.1' },
	{ code: 'SESSION_EXPIREE', fr: 'Session fermée avant la fin de la démarche', en: 'Session closed before the procedure ends', group: 'TECHNIQUE', words: { fr: 'Déconnexion en cours de route', en: 'Signed out half-way' }, since: '2026.1' },
	{ code: 'INCOMPATIBLE_MOBILE', fr: 'Démarche impossible sur téléphone', en: 'Procedure impossible on a phone', group: 'TECHNIQUE', words: { fr: 'Impossible sur téléphone', en: 'Impossible on a phone' }, since: '2026.1' },
	{ code: 'MAINTENANCE_NON_ANNONCEE', fr: 'Maintenance non annoncée', en: 'Unannounced maintenance', group: 'TECHNIQUE', words: { fr: 'Maintenance sans préavis', en: 'Maintenance without notice' }, since: '2026.1' },
	{ code: 'ERREUR_CALCUL', fr: 'Erreur de calcul du droit', en: 'Entitlement miscalculated', group: 'TECHNIQUE', words: { fr: 'Calcul faux', en: 'Wrong calculation' }, since: '2026.1' },
	{ code: 'DONNEES_FAUSSES_AFFICHEES', fr: 'Données fausses affichées', en: 'Wrong data displayed', group: 'TECHNIQUE', words: { fr: 'Informations fausses à l’écran', en: 'Wrong information on screen' }, since: '2026.1' },
	{ code: 'NIR_PROVISOIRE', fr: 'Numéro de sécurité sociale provisoire refusé', en: 'Provisional social-security number refused', group: 'IDENTITE', words: { fr: 'Numéro provisoire refusé', en: 'Provisional number refused' }, since: '2026.1' },
	{ code: 'BLOCAGE_IDENTITE', fr: 'État civil discordant d’un fichier à l’autre', en: 'Civil status differs between registers', group: 'IDENTITE', words: { fr: 'État civil qui ne correspond pas', en: 'Civil status does not match' }, since: '2026.1' },
	{ code: 'PERTE_IDENTIFIANT', fr: 'Identifiant ou mot de passe impossible à récupérer', en: 'Login or password cannot be recovered', group: 'IDENTITE', words: { fr: 'Mot de passe impossible à retrouver', en: 'Password cannot be recovered' }, since: '2026.1' },
	{ code: 'CODE_NON_RECU', fr: 'Code de vérification jamais reçu', en: 'Verification code never received', group: 'IDENTITE', words: { fr: 'Code jamais reçu', en: 'Code never received' }, since: '2026.1' },
	{ code: 'DOUBLE_AUTH_TELEPHONE', fr: 'Téléphone exigé pour la double authentification', en: 'Phone required for two-factor authentication', group: 'IDENTITE', words: { fr: 'Téléphone exigé', en: 'Phone required' }, since: '2026.1' },
	{ code: 'COURRIEL_OBLIGATOIRE', fr: 'Adresse électronique exigée', en: 'E-mail address required', group: 'IDENTITE', words: { fr: 'Adresse électronique exigée', en: 'E-mail required' }, since: '2026.1' },
	{ code: 'COMPTE_BLOQUE', fr: 'Compte bloqué', en: 'Account locked', group: 'IDENTITE', words: { fr: 'Compte bloqué', en: 'Account locked' }, since: '2026.1' },
	{ code: 'CREATION_COMPTE_IMPOSSIBLE', fr: 'Création de compte impossible', en: 'Account cannot be created', group: 'IDENTITE', words: { fr: 'Compte impossible à créer', en: 'Account cannot be created' }, since: '2026.1' },
	{ code: 'MANDAT_NON_RECONNU', fr: 'Mandat de l’aidant ou du tuteur non reconnu', en: 'Helper’s or guardian’s mandate not recognised', group: 'IDENTITE', words: { fr: 'Mandat non reconnu', en: 'Mandate not recognised' }, since: '2026.1' },
	{ code: 'CAS_NON_PREVU', fr: 'Situation non prévue par le formulaire', en: 'Situation not foreseen by the form', group: 'CONCEPTION', words: { fr: 'Cas non prévu', en: 'Case not foreseen' }, since: '2026.1' },
	{ code: 'FORMULAIRE_INCOMPREHENSIBLE', fr: 'Formulaire incompréhensible', en: 'Incomprehensible form', group: 'CONCEPTION', words: { fr: 'Formulaire incompréhensible', en: 'Form makes no sense' }, since: '2026.1' },
	{ code: 'PIECE_IMPOSSIBLE', fr: 'Justificatif impossible à obtenir', en: 'Supporting document impossible to obtain', group: 'CONCEPTION', words: { fr: 'Justificatif impossible à obtenir', en: 'Document impossible to obtain' }, since: '2026.1' },
	{ code: 'DEMARCHE_INTROUVABLE', fr: 'Démarche introuvable', en: 'Procedure cannot be found', group: 'CONCEPTION', words: { fr: 'Démarche introuvable', en: 'Procedure not to be found' }, since: '2026.1' },
	{ code: 'NOTIFICATION_ILLISIBLE', fr: 'Courrier ou décision incompréhensible', en: 'Incomprehensible letter or decision', group: 'CONCEPTION', words: { fr: 'Courrier incompréhensible', en: 'Letter makes no sense' }, since: '2026.1' },
	{ code: 'INFORMATION_ERRONEE', fr: 'Information erronée donnée par l’organisme', en: 'Wrong information given by the body', group: 'CONCEPTION', words: { fr: 'Mauvaise information donnée', en: 'Wrong information given' }, since: '2026.1' },
	{ code: 'ACCESSIBILITE', fr: 'Service inaccessible à une personne handicapée', en: 'Service not accessible to a person with a disability', group: 'CONCEPTION', words: { fr: 'Pas accessible (handicap)', en: 'Not accessible (disability)' }, since: '2026.1' },
	{ code: 'LANGUE', fr: 'Service dans une langue que la personne ne lit pas', en: 'Service in a language the person cannot read', group: 'CONCEPTION', words: { fr: 'Seulement en français', en: 'Only in French' }, since: '2026.1' },
	{ code: 'SANS_ALTERNATIVE_PAPIER', fr: 'Aucune voie sur papier ou au guichet', en: 'No way on paper or at a counter', group: 'CONCEPTION', words: { fr: 'Tout en ligne, rien d’autre', en: 'Online only' }, since: '2026.1' },
	{ code: 'TELEPHONE_INJOIGNABLE', fr: 'Téléphone injoignable', en: 'Telephone unanswered', group: 'CONTACT', words: { fr: 'Téléphone injoignable', en: 'Nobody picks up' }, since: '2026.1' },
	{ code: 'RDV_INDISPONIBLE', fr: 'Aucun rendez-vous proposé', en: 'No appointment on offer', group: 'CONTACT', words: { fr: 'Pas de rendez-vous', en: 'No appointment' }, since: '2026.1' },
	{ code: 'MESSAGE_SANS_REPONSE', fr: 'Message sans réponse', en: 'Message unanswered', group: 'CONTACT', words: { fr: 'Message sans réponse', en: 'Message unanswered' }, since: '2026.1' },
	{ code: 'PAS_D_INTERLOCUTEUR', fr: 'Aucun interlocuteur identifié', en: 'No identified contact', group: 'CONTACT', words: { fr: 'Pas d’interlocuteur', en: 'Nobody to talk to' }, since: '2026.1' },
	{ code: 'RENVOI_CIRCULAIRE', fr: 'Renvoi d’un service à l’autre', en: 'Sent from one service to another', group: 'CONTACT', words: { fr: 'Renvoyé de service en service', en: 'Sent round in circles' }, since: '2026.1' },
	{ code: 'FILE_ATTENTE', fr: 'File d’attente trop longue', en: 'Queue too long', group: 'CONTACT', words: { fr: 'Trop d’attente', en: 'Too long a queue' }, since: '2026.1' },
	{ code: 'GUICHET_FERME', fr: 'Guichet fermé ou supprimé', en: 'Counter closed or removed', group: 'CONTACT', words: { fr: 'Guichet fermé', en: 'Counter closed' }, since: '2026.1' },
	{ code: 'DELAI_TRAITEMENT', fr: 'Délai de traitement excessif', en: 'Excessive processing time', group: 'INSTRUCTION', words: { fr: 'Délai trop long', en: 'Takes too long' }, since: '2026.1' },
	{ code: 'PIECES_REDEMANDEES', fr: 'Pièces déjà fournies redemandées', en: 'Documents already sent asked for again', group: 'INSTRUCTION', words: { fr: 'Pièces redemandées', en: 'Documents asked for again' }, since: '2026.1' },
	{ code: 'DOSSIER_PERDU', fr: 'Dossier ou pièces perdus', en: 'File or documents lost', group: 'INSTRUCTION', words: { fr: 'Dossier perdu', en: 'File lost' }, since: '2026.1' },
	{ code: 'SANS_ACCUSE_RECEPTION', fr: 'Aucun accusé de réception', en: 'No acknowledgement of receipt', group: 'INSTRUCTION', words: { fr: 'Aucune preuve de dépôt', en: 'No proof of filing' }, since: '2026.1' },
	{ code: 'TRANSFERT_DOSSIER', fr: 'Transfert de dossier bloqué entre organismes', en: 'Transfer of the file stuck between bodies', group: 'INSTRUCTION', words: { fr: 'Dossier bloqué en mutation', en: 'File stuck in transfer' }, since: '2026.1' },
	{ code: 'CHANGEMENT_NON_PRIS_EN_COMPTE', fr: 'Changement de situation non pris en compte', en: 'Change of circumstances not taken into account', group: 'INSTRUCTION', words: { fr: 'Changement non pris en compte', en: 'Change not recorded' }, since: '2026.1' },
	{ code: 'SUSPENSION_DROITS', fr: 'Droits suspendus', en: 'Rights suspended', group: 'INSTRUCTION', words: { fr: 'Droits suspendus', en: 'Rights suspended' }, since: '2026.1' },
	{ code: 'RADIATION', fr: 'Radiation', en: 'Removal from the register', group: 'INSTRUCTION', words: { fr: 'Radiation', en: 'Struck off' }, since: '2026.1' },
	{ code: 'VERSEMENT_INTERROMPU', fr: 'Versement interrompu', en: 'Payment stopped', group: 'INSTRUCTION', words: { fr: 'Versement arrêté', en: 'Payment stopped' }, since: '2026.1' },
	{ code: 'INDU_INCOMPRIS', fr: 'Indu incompréhensible ou contesté', en: 'Overpayment unexplained or disputed', group: 'INSTRUCTION', words: { fr: 'Indu incompréhensible', en: 'Unexplained overpayment' }, since: '2026.1' },
	{ code: 'REFUS_NON_MOTIVE', fr: 'Refus sans motif', en: 'Refusal without reasons', group: 'INSTRUCTION', words: { fr: 'Refus sans motif', en: 'Refused without reasons' }, since: '2026.1' },
	{ code: 'RECOURS_SANS_REPONSE', fr: 'Recours sans réponse', en: 'Appeal unanswered', group: 'INSTRUCTION', words: { fr: 'Recours sans réponse', en: 'Appeal unanswered' }, since: '2026.1' },
	{ code: 'AUTRE', fr: 'Autre blocage', en: 'Other failure', group: NON_PRECISE, words: { fr: 'Autre…', en: 'Other…' }, since: '2026.1' },
] as const satisfies readonly FailureKindEntry[];

/** FailureKindCode is the code of a failure kind. */
export type FailureKindCode = (typeof failureKinds)[number]['code'];
