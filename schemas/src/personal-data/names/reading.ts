import { commonWords } from '../lists/common-words.js';
import { firstNames, type Tier } from '../lists/first-names.js';
import { surnames } from '../lists/surnames.js';
import { tradeWords } from '../lists/trade-words.js';
import type { Normalised } from '../normalised.js';
import type { Word } from '../words.js';

const particles = new Set(
	'de d du des la le les l el al ben bel ould bint bin ibn abu abou van von der den da das dos di del della do san ait n o mac mc saint st sainte e'.split(
		' ',
	),
);
const sentenceEnd = /[.!?…:;•*>"«(\n]/;

/** Reading looks at the words of one text as parts of names. Positions are indexes of `words`; one past either end is no word. */
export interface Reading {
	readonly text: string;
	readonly words: readonly Word[];
	/** What stands between a word and the next one. */
	gap(at: number): string;
	/** Whether a capital says nothing here. */
	opensSentence(at: number): boolean;
}

/** readNames prepares a text for the rules on names. */
export const readNames = ({ text, words }: Normalised): Reading => {
	const gap = (at: number): string => text.slice(words[at]?.end ?? 0, words[at + 1]?.start ?? text.length);
	return {
		text,
		words,
		gap,
		opensSentence: (at) => at === 0 || sentenceEnd.test(gap(at - 1)) || / - $/.test(gap(at - 1)),
	};
};

/** isParticle tells whether a word may stand inside a surname without its own capital: `de`, `El`, `van`. */
export const isParticle = (word: Word | undefined): boolean =>
	word !== undefined && particles.has(word.folded);

const strongest = (tiers: readonly (Tier | undefined)[]): Tier | undefined =>
	tiers.every((tier) => tier !== undefined) ? 'plain' : undefined;

/** tierOf gives how much a word proves as a first name; both parts of a double one must be first names. */
export const tierOf = ({ folded }: Word): Tier | undefined =>
	firstNames.get(folded) ??
	(folded.includes('-') ? strongest(folded.split('-').map((part) => firstNames.get(part))) : undefined);

/** isSurname tells whether a word is a listed surname; `only` asks for one that is nothing else. */
export const isSurname = ({ folded }: Word, only = false): boolean => {
	const parts = [folded, ...(folded.includes('-') ? folded.split('-') : [])];
	return parts.some((part) => {
		const alsoWord = surnames.get(part);
		return alsoWord !== undefined && !(only && (alsoWord || tradeWords.has(part)));
	});
};

/** isOrdinary tells whether a word is of the language or of the trade. */
export const isOrdinary = ({ folded }: Word): boolean =>
	commonWords.has(folded) || tradeWords.has(folded) || (folded.includes('-') && ordinaryParts(folded));

const ordinaryParts = (folded: string): boolean =>
	folded.split('-').some((part) => part.length > 3 && (commonWords.has(part) || tradeWords.has(part))) &&
	!folded.split('-').some((part) => firstNames.get(part) === 'plain' || surnames.get(part) === false);

/** isListed tells whether a word is a first name or a surname of the lists, whatever else it is. */
export const isListed = (word: Word): boolean => tierOf(word) !== undefined || isSurname(word);

/** hasCapital tells whether a word is written as names are. */
export const hasCapital = ({ shape }: Word): boolean => shape === 'capital' || shape === 'upper';

/** couldBeName tells whether a word beside a name belongs to it: written as names are and not ordinary, or listed. */
export const couldBeName = (word: Word | undefined): boolean => {
	if (!word) return false;
	if (hasCapital(word)) return !isOrdinary(word) || tierOf(word) === 'plain' || isSurname(word, true);
	return word.shape === 'lower' && (tierOf(word) === 'plain' || isSurname(word, true));
};
