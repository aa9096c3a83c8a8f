import type { Entry, Wording } from '../entry.js';

/** FailureGroupEntry adds the title in a worker's words and the one who can mend. */
export interface FailureGroupEntry extends Entry {
	readonly words: Wording;
	readonly mender: Wording;
}

/** failureGroups holds who can mend a failure, with the title that workers read above the kinds. */
// biome-ignore format: one entry a line, to be read as a table
export const failureGroups = [
	{ code: 'TECHNIQUE', fr: 'La plateforme, la technique', en: 'The platform, its technique', words: { fr: 'La plateforme ne marche pas', en: 'The platform does not work' }, mender: { fr: 'L’exploitant de la plateforme', en: 'Whoever runs the platform' }, since: '2026.1' },
	{ code: 'IDENTITE', fr: 'L’identité et la connexion', en: 'Identity and sign-in', words: { fr: 'L’identité n’est pas acceptée', en: 'The identity is not accepted' }, mender: { fr: 'L’exploitant de la plateforme ou FranceConnect', en: 'Whoever runs the platform, or FranceConnect' }, since: '2026.1' },
	{ code: 'CONCEPTION', fr: 'La conception de la démarche', en: 'The design of the procedure', words: { fr: 'La démarche n’est pas prévue pour ce cas', en: 'The procedure does not foresee this case' }, mender: { fr: 'Le responsable du service', en: 'Whoever owns the service' }, since: '2026.1' },
	{ code: 'CONTACT', fr: 'Le contact', en: 'Contact', words: { fr: 'Personne ne répond', en: 'Nobody answers' }, mender: { fr: 'L’organisme', en: 'The body' }, since: '2026.1' },
	{ code: 'INSTRUCTION', fr: 'L’organisme, l’instruction du dossier', en: 'The body, the processing of the file', words: { fr: 'Le dossier n’avance pas', en: 'The file does not move' }, mender: { fr: 'L’organisme', en: 'The body' }, since: '2026.1' },
] as const satisfies readonly FailureGroupEntry[];

/** FailureGroupCode is the code of a group of failures. */
export type FailureGroupCode = (typeof failureGroups)[number]['code'];
