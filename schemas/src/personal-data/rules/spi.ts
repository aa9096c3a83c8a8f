import type { Rule } from '../rule.js';
import { spiKeyHolds } from './check-digits.js';

const shape = /(?<![0-9])[0-3](?: ?[ ./|_-]? ?[0-9]){12}(?![0-9])/g;
const named = /\b(?:spi|fiscal(?:e|es)?|fiscaux|imp[oô]ts?)\b[^0-9]{0,24}$/i;
const notDigit = /[^0-9]/g;
const CONTEXT = 40;

/** findSpis finds tax numbers: thirteen digits whose key holds, or that the words before call so. */
export const findSpis: Rule = ({ digits }) =>
	Array.from(digits.matchAll(shape)).flatMap(({ 0: found, index }) => {
		const certain = spiKeyHolds(found.replace(notDigit, ''));
		const called = named.test(digits.slice(Math.max(0, index - CONTEXT), index));
		return certain || called ? [{ label: 'spi', start: index, end: index + found.length, certain }] : [];
	});
