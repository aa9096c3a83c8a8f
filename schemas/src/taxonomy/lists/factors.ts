import type { Entry } from '../entry.js';

/** factors holds the context of a failure: several may hold, none of them is the failure. */
// biome-ignore format: one entry a line, to be read as a table
export const factors = [
	{ code: 'ABSENCE_EQUIPEMENT', fr: 'Pas d’ordinateur ni de téléphone adapté', en: 'No computer or suitable phone', since: '2026.1' },
	{ code: 'ABSENCE_CONNEXION', fr: 'Pas de connexion à internet', en: 'No internet connection', since: '2026.1' },
	{ code: 'ABSENCE_TELEPHONE', fr: 'Pas de téléphone', en: 'No telephone', since: '2026.1' },
	{ code: 'ABSENCE_COURRIEL', fr: 'Pas d’adresse électronique', en: 'No e-mail address', since: '2026.1' },
	{ code: 'ILLECTRONISME', fr: 'Difficulté avec le numérique', en: 'Difficulty with digital tools', since: '2026.1' },
	{ code: 'ILLETTRISME', fr: 'Difficulté à lire ou à écrire', en: 'Difficulty reading or writing', since: '2026.1' },
	{ code: 'BARRIERE_LANGUE', fr: 'Barrière de la langue', en: 'Language barrier', since: '2026.1' },
	{ code: 'HANDICAP_ACCES', fr: 'Handicap que le service n’accueille pas', en: 'Disability the service does not cater for', since: '2026.1' },
	{ code: 'MESURE_PROTECTION', fr: 'Mesure de protection (tutelle, curatelle)', en: 'Protection measure (guardianship)', since: '2026.1' },
	{ code: 'ISOLEMENT', fr: 'Isolement', en: 'Isolation', since: '2026.1' },
	{ code: 'MOBILITE', fr: 'Difficulté à se déplacer', en: 'Difficulty getting about', since: '2026.1' },
	{ code: 'PEUR', fr: 'Peur de l’administration ou du contrôle', en: 'Fear of the administration or of checks', since: '2026.1' },
] as const satisfies readonly Entry[];
