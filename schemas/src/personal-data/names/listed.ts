import { commonWords } from '../lists/common-words.js';
import { tradeWords } from '../lists/trade-words.js';
import type { Found, Rule } from '../rule.js';
import type { Word } from '../words.js';
import { isBornByPlace } from './born-by-place.js';
import { extend } from './extend.js';
import {
	couldBeName,
	hasCapital,
	isListed,
	isOrdinary,
	isSurname,
	type Reading,
	readNames,
	tierOf,
} from './reading.js';

const beside = /^(?: |-| - |, ?)$/;

/** What people do, after the name that opens a sentence: `Pierre n'arrive pas`, `Rose, 34 ans`. */
const deeds = new Set(
	'a ai n ne est va vient veut doit peut attend demande appelle dit habite vit s se avait etait ont'.split(
		' ',
	),
);

const actsInSentence = ({ words, gap }: Reading, at: number): boolean =>
	/^ ?,/.test(gap(at)) || (gap(at) === ' ' && deeds.has(words[at + 1]?.folded ?? ''));

const strongFirstName = (reading: Reading, at: number, word: Word): boolean => {
	const tier = tierOf(word);
	if (tier === undefined || tradeWords.has(word.folded)) return false;
	if (tier === 'plain') return hasCapital(word) || (word.raw.length > 3 && !commonWords.has(word.folded));
	if (tier === 'alsoWord' || !hasCapital(word)) return false;
	return !reading.opensSentence(at) || actsInSentence(reading, at);
};

const strongSurname = (word: Word): boolean => hasCapital(word) && isSurname(word, true) && !isOrdinary(word);

/** Whether a neighbour makes a name of a first name that is also a word: `Claire Dupont`, `DUPONT Rose`. */
const backed = ({ words, gap }: Reading, at: number): boolean =>
	[
		{ neighbour: words[at + 1], between: gap(at) },
		{ neighbour: words[at - 1], between: at > 0 ? gap(at - 1) : '' },
	].some(({ neighbour, between }) => {
		if (!neighbour || !beside.test(between) || !hasCapital(neighbour)) return false;
		if (isListed(neighbour)) return tierOf(neighbour) === 'plain' || isSurname(neighbour, true);
		return neighbour.shape === 'upper' && neighbour.raw.length > 4 && couldBeName(neighbour);
	});

/** findListedNames finds first names and surnames of the lists, with the names beside them. */
export const findListedNames: Rule = (normalised) => {
	const reading = readNames(normalised);
	return reading.words.flatMap((word, at): Found[] => {
		const known = strongFirstName(reading, at, word) || strongSurname(word);
		const weak = !known && hasCapital(word) && isListed(word) && backed(reading, at);
		if ((!known && !weak) || isBornByPlace(reading, at)) return [];
		return [extend(reading, at, at)];
	});
};
