import { commonWords } from '../lists/common-words.js';
import { tradeWords } from '../lists/trade-words.js';
import type { Found, Rule } from '../rule.js';
import type { Word } from '../words.js';
import { extend } from './extend.js';
import {
	couldBeName,
	hasCapital,
	isListed,
	isOrdinary,
	isParticle,
	isSurname,
	type Reading,
	readNames,
	tierOf,
} from './reading.js';

/** A place or a school bears a name that is no longer a person's. */
const bearers = new Set(
	'saint sainte st ste saints rue avenue boulevard bd av place lycee college ecole hopital hopitaux clinique centre foyer residence maison espace stade gare station metro quai parc square institut fondation association salle theatre maternelle primaire creche ehpad bourse hotel quartier cite allee impasse chemin route arret faubourg universite campus loi prix plan dispositif programme cafe resto chez hospitalier chu ch groupe polyclinique pavillon amphitheatre caserne aeroport mediatheque bibliotheque gymnase'.split(
		' ',
	),
);
const beside = /^(?: |-| - |, ?)$/;

const bornByPlace = ({ words, gap }: Reading, at: number): boolean => {
	let before = at - 1;
	while (before >= 0 && at - before < 4 && /^[ '-]+$/.test(gap(before))) {
		const word = words[before];
		if (!word) return false;
		if (bearers.has(word.folded)) return true;
		if (!isParticle(word) && !hasCapital(word)) return false;
		before -= 1;
	}
	return false;
};

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
		if ((!known && !weak) || bornByPlace(reading, at)) return [];
		return [extend(reading, at, at)];
	});
};
