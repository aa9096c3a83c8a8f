import type { Entry, Wording } from '../entry.js';

/** NonTakeUpTypeEntry adds the label in plain words, for keys of figures. */
export interface NonTakeUpTypeEntry extends Entry {
	readonly words: Wording;
}

/** nonTakeUpTypes holds the five types of non-take-up. A type is inferred from the situation and may be declared otherwise. */
// biome-ignore format: one entry a line, to be read as a table
export const nonTakeUpTypes = [
	{ code: 'NON_CONNAISSANCE', fr: 'Non-connaissance', en: 'Lack of awareness', hint: { fr: 'Le droit, ses règles ou le bon guichet ne sont pas connus', en: 'The right, its rules or the place to ask are not known' }, words: { fr: 'Ne savait pas', en: 'Did not know' }, since: '2026.1' },
	{ code: 'NON_DEMANDE', fr: 'Non-demande', en: 'Non-claiming', hint: { fr: 'Le droit est connu, mais pas demandé, par choix ou par contrainte', en: 'The right is known but not claimed, by choice or under constraint' }, words: { fr: 'N’a pas demandé', en: 'Did not ask' }, since: '2026.1' },
	{ code: 'NON_RECEPTION', fr: 'Non-réception', en: 'Non-receipt', hint: { fr: 'Le droit est connu et demandé, mais pas obtenu', en: 'The right is known and claimed, but not obtained' }, words: { fr: 'A demandé, sans obtenir', en: 'Asked, did not get' }, since: '2026.1' },
	{ code: 'NON_PROPOSITION', fr: 'Non-proposition', en: 'Non-proposal', hint: { fr: 'Un organisme ou un professionnel n’a pas proposé le droit', en: 'A body or a professional did not propose the right' }, words: { fr: 'Personne ne l’a proposé', en: 'Nobody proposed it' }, since: '2026.1' },
	{ code: 'NON_ORIENTATION', fr: 'Non-orientation', en: 'Non-referral', hint: { fr: 'La personne n’a pas été conduite vers le service qui peut ouvrir le droit', en: 'The person was not led to the service that can open the right' }, words: { fr: 'Envoyé ailleurs, ou nulle part', en: 'Sent elsewhere, or nowhere' }, since: '2026.1' },
] as const satisfies readonly NonTakeUpTypeEntry[];

/** NonTakeUpTypeCode is the code of a type of non-take-up. */
export type NonTakeUpTypeCode = (typeof nonTakeUpTypes)[number]['code'];
