import { digitsOf } from './look-alikes.js';
import { readWords, type Word } from './words.js';

/** Normalised is a text as the rules read it, with the way back to the text as it was written. */
export interface Normalised {
	/** NFKC, no invisible characters, one kind of digit, space, hyphen, dot and apostrophe; a run of spaces is one. */
	readonly text: string;
	/** The same length as `text`, with the letters that stand for digits turned into them. */
	readonly digits: string;
	readonly words: readonly Word[];
	/** original gives the span of the given text that a span of `text` comes from. */
	original(start: number, end: number): { readonly start: number; readonly end: number };
}

// A letter with its accents, whether written as one character or several: NFKC must see them together.
const cluster = /\P{M}\p{M}{0,8}|\p{M}/gsu;
const invisible = /[\p{Cf}\p{DI}]/gu;
const otherDigit = /(?![0-9])\p{Nd}/gu;
const digitWithMarks = /^\p{Nd}\p{M}+$/u;

const alike = new Map<string, string>([
	...[...'‐‑‒–—―−﹘'].map((dash): [string, string] => [dash, '-']),
	...[...'’‘ʼ`´′'].map((quote): [string, string] => [quote, "'"]),
	...[...'·•∙‧・'].map((dot): [string, string] => [dot, '.']),
	...[...'∕⁄╱'].map((slash): [string, string] => [slash, '/']),
	...[...'¦ǀ│'].map((bar): [string, string] => [bar, '|']),
]);

const isDigit = (code: number): boolean => /\p{Nd}/u.test(String.fromCodePoint(code));

/** Unicode's decimal digits stand in tens, from zero up: the value is the distance to where the run of ten begins. */
const figureOf = (digit: string): string => {
	const code = digit.codePointAt(0) ?? 0;
	let distance = 0;
	while (distance < 9 && isDigit(code - distance - 1)) distance += 1;
	return String(distance);
};

const plain = (piece: string): string => {
	const seen = piece.replace(invisible, '');
	// A digit in a circle or a box of its own is a digit with a mark on it.
	const bare = digitWithMarks.test(seen) ? seen.slice(0, seen.search(/\p{M}/u)) : seen;
	const known = alike.get(bare);
	if (known !== undefined) return known;
	const composed = bare.normalize('NFKC').replace(otherDigit, figureOf);
	return alike.get(composed) ?? composed;
};

/** normalise reads a text once, in time linear in its length. */
export const normalise = (given: string): Normalised => {
	const starts: number[] = [];
	const ends: number[] = [];
	const units: string[] = [];
	const add = (unit: string, start: number, end: number): void => {
		units.push(unit);
		starts.push(start);
		ends.push(end);
	};
	for (const match of given.matchAll(cluster)) {
		const end = match.index + match[0].length;
		for (const unit of plain(match[0]).split('')) {
			const blank = /\s/.test(unit);
			const last = units[units.length - 1];
			if (!blank) add(unit, match.index, end);
			else if (last !== ' ' && last !== '\n') add(unit === '\n' ? '\n' : ' ', match.index, end);
			// A line that ends with spaces ends all the same.
			else if (unit === '\n') units[units.length - 1] = '\n';
		}
	}
	const text = units.join('');
	return {
		text,
		digits: digitsOf(text),
		words: readWords(text),
		original: (start, end) => ({ start: starts[start] ?? given.length, end: ends[end - 1] ?? given.length }),
	};
};
