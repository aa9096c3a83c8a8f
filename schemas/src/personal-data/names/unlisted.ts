import type { Found, Rule } from '../rule.js';
import type { Word } from '../words.js';
import { isBornByPlace } from './born-by-place.js';
import { extend } from './extend.js';
import { hasCapital, isListed, isOrdinary, isParticle, readNames } from './reading.js';

const SHORTEST = 3;
const SHORTEST_UPPER = 5;
const unknown = (word: Word): boolean => hasCapital(word) && !isOrdinary(word) && word.raw.length >= SHORTEST;

const looksLikeSurname = (word: Word): boolean =>
	word.shape === 'upper' && unknown(word) && (word.raw.length >= SHORTEST_UPPER || isListed(word));

/**
 * findUnlistedNames finds a surname in capitals beside a word that is capitalised (`TARTEMPION Zelie-Rose`), and two capitalised words
 * that belong neither to the language nor to the trade: names of no list.
 */
export const findUnlistedNames: Rule = (normalised) => {
	const reading = readNames(normalised);
	const { words, gap } = reading;
	return words.flatMap((word, at): Found[] => {
		const next = words[at + 1];
		// `Zelie VAN DER TARTEMPION`, `Zelie El Tartempi`: the particle's capital makes one name of them.
		if (
			next &&
			unknown(word) &&
			!isParticle(word) &&
			gap(at) === ' ' &&
			isParticle(next) &&
			hasCapital(next)
		) {
			const grown = extend(reading, at, at);
			return grown.end > next.end ? [grown] : [];
		}
		if (!next || gap(at) !== ' ' || !unknown(word) || !unknown(next)) return [];
		if (isBornByPlace(reading, at)) return [];
		if (isParticle(word) || isParticle(next)) return [];
		const mixed = word.shape !== next.shape && (looksLikeSurname(word) || looksLikeSurname(next));
		const twoCapitals = word.shape === 'capital' && next.shape === 'capital';
		const twoUpper = looksLikeSurname(word) && looksLikeSurname(next);
		return mixed || twoCapitals || twoUpper ? [extend(reading, at, at + 1)] : [];
	});
};
