import type { Random } from '@vigie/demonstration/random';
import { pick } from './people.js';

/** Mutation writes an identifier as somebody might who hurries, copies from elsewhere, or means to pass. */
export type Mutation = (value: string, random: Random) => string;

const everyCharacter = (value: string, change: (character: string) => string): string =>
	Array.from(value, change).join('');

const onDigits = (value: string, change: (digit: number) => string): string =>
	value.replace(/[0-9]/g, (digit) => change(Number(digit)));

/** spacing puts single separators where it likes between letters and figures. */
const spacing: Mutation = (value, random) =>
	value.replace(/(?<=[A-Za-z0-9])(?=[A-Za-z0-9])/g, () =>
		random.uniform() < 0.35 ? pick(random, [' ', '.', '-', '/', '|', '\u00A0', '\u2009']) : '',
	);

const groups: Mutation = (value, random) => {
	const size = pick(random, [2, 3, 4]);
	const separator = pick(random, [' ', '.', '-', '/', ' - ', '  ', '\u202F']);
	return (value.match(new RegExp(`.{1,${size}}`, 'gu')) ?? [value]).join(separator);
};

const lettersForDigits: Mutation = (value, random) =>
	value.replace(/(?<=[0-9])[01](?=[0-9])/g, (digit) => {
		if (random.uniform() < 0.4) return digit;
		return digit === '0' ? pick(random, ['O', 'o']) : pick(random, ['I', 'l']);
	});

const decades = [0xff10, 0x0660, 0x06f0, 0x0966, 0x1d7ce, 0x1d7f6, 0x09e6];
const unicodeDigits: Mutation = (value, random) => {
	const zero = pick(random, decades);
	return onDigits(value, (digit) =>
		random.uniform() < 0.8 ? String.fromCodePoint(zero + digit) : String(digit),
	);
};

const zeroWidth: Mutation = (value, random) =>
	everyCharacter(value, (character) =>
		random.uniform() < 0.4
			? character + pick(random, ['\u200B', '\u200D', '\u2060', '\uFEFF', '\u00AD'])
			: character,
	);

/** numberMutations apply to every number; `asIs` is one of them. */
export const numberMutations: Readonly<Record<string, Mutation>> = {
	asIs: (value) => value,
	spacing,
	groups,
	lettersForDigits,
	unicodeDigits,
	zeroWidth,
	all: (value, random) =>
		zeroWidth(unicodeDigits(groups(lettersForDigits(value, random), random), random), random),
};

const words = 'zéro un deux trois quatre cinq six sept huit neuf'.split(' ');
const teens = 'dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(' ');
const tens = ' dix vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt'.split(' ');

const pairInWords = (pair: string): string => {
	const value = Number(pair);
	if (pair.startsWith('0')) return `zéro ${words[value]}`;
	if (value < 20) return teens[value - 10] ?? '';
	const ten = Math.floor(value / 10);
	const unit = value % 10;
	if (ten === 7 || ten === 9) return `${tens[ten]}-${teens[unit]}`;
	if (unit === 0) return tens[ten] ?? '';
	return unit === 1 && ten < 7 ? `${tens[ten]} et un` : `${tens[ten]}-${words[unit]}`;
};

/** phoneMutations are those of numbers, and the number dictated in words. */
export const phoneMutations: Readonly<Record<string, Mutation>> = {
	...numberMutations,
	spelled: (value, random) =>
		(value.match(/../g) ?? []).map(pairInWords).join(pick(random, [' ', ', ', ' - '])),
};

/** emailMutations write an e-mail address out. */
export const emailMutations: Readonly<Record<string, Mutation>> = {
	asIs: (value) => value,
	zeroWidth,
	wide: (value) => value.replace('@', '＠').replaceAll('.', '．'),
	spaces: (value) => value.replace('@', ' @ ').replaceAll('.', ' . '),
	brackets: (value, random) =>
		value.replace('@', pick(random, [' (at) ', '[at]', ' [at] ', '(at)', ' {at} '])),
	words: (value) => value.replace('@', ' arobase ').replaceAll('.', ' point '),
	upper: (value) => value.toUpperCase(),
};
