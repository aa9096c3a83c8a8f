import type { Found, Rule } from '../rule.js';
import { nirKeyHolds } from './check-digits.js';

/*
 * Sex or provisional number, year, month (or one of the registry's stand-ins), département (2A and 2B in Corsica), commune, order, key if
 * given. An order or a commune of nobody passes too: the shape refuses, the key only makes it certain.
 */
const shape =
	/(?<![0-9])[1-478] ?[ ./|_-]? ?[0-9]{2} ?[ ./|_-]? ?(?:0[1-9]|1[0-2]|[2-3][0-9]|4[0-2]|[5-9][0-9]) ?[ ./|_-]? ?(?:[0-9]{2}|2[AaBb]) ?[ ./|_-]? ?[0-9]{3} ?[ ./|_-]? ?[0-9]{3}(?: ?[ ./|_-]? ?[0-9]{2})?(?![0-9])/g;
const other = /[^0-9AaBb]/g;
const COMPACT = 15;

/** Where the letter B of Corsica stands between two digits it was read as an 8: the text itself tells. */
const readings = (text: string, digits: string): string[] => [digits, text];

const isDepartement = (nir: string): boolean => {
	const code = nir.slice(5, 7).toUpperCase();
	return code === '2A' || code === '2B' || Number(code) >= 1;
};

const judge = (label: 'nir', found: string, start: number): Found[] => {
	const nir = found.replace(other, '');
	if (!isDepartement(nir)) return [];
	const certain = nir.length === COMPACT && nirKeyHolds(nir);
	return [{ label, start, end: start + found.length, certain }];
};

/** findNirs finds social security numbers, of 13 characters or of 15 with their key. */
export const findNirs: Rule = ({ text, digits }) =>
	readings(text, digits).flatMap((reading) =>
		Array.from(reading.matchAll(shape)).flatMap(({ 0: found, index }) => judge('nir', found, index)),
	);
