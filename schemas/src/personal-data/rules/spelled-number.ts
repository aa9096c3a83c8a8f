import { readSpelled } from '../number-words.js';
import type { Found, Rule } from '../rule.js';

const phone = /^(?:0[1-9]|33[1-9])[0-9]{5,}/;
/** Fewer are counts that stand side by side: `deux ou trois`, `vingt 25`. */
const FEWEST = 8;

/** findSpelledNumbers finds numbers that are dictated: `zéro six, douze, trente-quatre...`. */
export const findSpelledNumbers: Rule = ({ digits }) =>
	readSpelled(digits).flatMap((spelled): Found[] => {
		const { start, end } = spelled;
		if (phone.test(spelled.digits)) return [{ label: 'telephone', start, end }];
		return spelled.digits.length >= FEWEST ? [{ label: 'numero_long', start, end }] : [];
	});
