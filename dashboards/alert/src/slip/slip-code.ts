import { evaluate, multiply } from './gf32.js';
import { MAX_HOP, type Slip } from './slip.js';

/** Crockford's alphabet: no I, L, O or U, which are misread. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const PREFIX = 'VG1';
const DATA_LENGTH = 3;
/** The roots of the code: 1 and x. */
const ROOTS = [1, 2] as const;

/** checkOf gives the two characters that make the whole word vanish at both roots. */
const checkOf = (data: readonly number[]): readonly [number, number] => {
	const [s1, s2] = ROOTS.map((root) => evaluate([...data, 0, 0], root));
	// first + second = s1 and 2 * first + second = s2, hence 3 * first = s1 + s2 (addition is XOR).
	const inverseOf3 = ALPHABET.split('').findIndex((_, candidate) => multiply(candidate, 3) === 1);
	const first = multiply((s1 ?? 0) ^ (s2 ?? 0), inverseOf3);
	return [first, (s1 ?? 0) ^ first];
};

const isSound = (word: readonly number[]): boolean => ROOTS.every((root) => evaluate(word, root) === 0);

/** writeSlip writes a slip as a short code to print, e.g. `VG1-0GX7K`. */
export const writeSlip = ({ hop, mask }: Slip): string => {
	const bits = (hop << 8) | mask;
	const data = [bits >> 10, (bits >> 5) & 31, bits & 31];
	return `${PREFIX}-${[...data, ...checkOf(data)].map((value) => ALPHABET[value]).join('')}`;
};

/** tidy accepts what hands type: lower case, spaces, dashes, I and L for 1, O for 0, the prefix left out. */
const tidy = (text: string): string => {
	const compact = text.toUpperCase().replace(/[\s\-–—.]/g, '');
	const body = compact.startsWith(PREFIX) ? compact.slice(PREFIX.length) : compact;
	return body.replace(/[IL]/g, '1').replace(/O/g, '0');
};

/** readSlip reads a printed code; null when it is not one or when a character was misread. */
export const readSlip = (text: string): Slip | null => {
	const word = [...tidy(text)].map((character) => ALPHABET.indexOf(character));
	if (word.length !== DATA_LENGTH + ROOTS.length || word.includes(-1) || !isSound(word)) return null;
	const bits = word.slice(0, DATA_LENGTH).reduce((value, character) => (value << 5) | character, 0);
	const hop = bits >> 8;
	return hop > MAX_HOP ? null : { hop, mask: bits & 255 };
};
