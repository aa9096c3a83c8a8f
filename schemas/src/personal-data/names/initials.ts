import type { Found, Rule } from '../rule.js';
import { extend } from './extend.js';
import { hasCapital, isOrdinary, isParticle, isSurname, readNames } from './reading.js';

const dot = /^\. ?-?$/;
const space = /^ $/;

/** findInitialledNames finds an initial beside a surname: `J. Dupont`, `J.-P. El Amrani`, `DUPONT J.`. */
export const findInitialledNames: Rule = (normalised) => {
	const reading = readNames(normalised);
	const { words, gap, text } = reading;
	return words.flatMap((word, at): Found[] => {
		if (word.shape !== 'initial' || !/^\./.test(gap(at))) return [];
		const before = words[at - 1];
		const afterSurname =
			before !== undefined &&
			space.test(gap(at - 1)) &&
			(isSurname(before, true) || (before.shape === 'upper' && before.raw.length > 3)) &&
			!isOrdinary(before);
		if (afterSurname) return [extend(reading, at - 1, at)];
		let next = at + 1;
		while (next - at < 4 && (isParticle(words[next]) || words[next]?.shape === 'initial')) next += 1;
		const name = words[next];
		if (!name || !dot.test(gap(at)) || text[word.start - 1] === '.') return [];
		if (!hasCapital(name) || isOrdinary(name) || name.raw.length < 3) return [];
		return [{ ...extend(reading, next, next), start: word.start }];
	});
};
