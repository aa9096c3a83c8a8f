import { commonWords } from './lists/common-words.js';

/** Word is a word of a normalised text: letters, with the hyphens inside it. */
export interface Word {
	readonly start: number;
	readonly end: number;
	readonly raw: string;
	/** Without accents, in lower case: as the lists hold it. */
	readonly folded: string;
	/** How it is written: `upper` needs two letters, a single one is `initial`. In a line that is all in capitals they say nothing: `lower`. */
	readonly shape: 'upper' | 'capital' | 'lower' | 'initial';
}

const word = /\p{L}[\p{L}\p{M}]*(?:-\p{L}[\p{L}\p{M}]*)*/gu;
const marks = /\p{M}/gu;
const capitalFirst = /^\p{Lu}/u;
const hasLower = /\p{Ll}/u;

/** fold writes a word as the lists do: no accents, lower case, `œ` as two letters. */
export const fold = (text: string): string =>
	text.normalize('NFD').replace(marks, '').toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae');

const shapeOf = (raw: string): Word['shape'] => {
	if (!capitalFirst.test(raw)) return 'lower';
	if (raw.length === 1) return 'initial';
	return hasLower.test(raw) ? 'capital' : 'upper';
};

const FEWEST_SHOUTED = 4;
const FEWEST_COMMON = 2;

/** A line written in capitals: sentences, that is with ordinary words in it, not the heading that a name is. */
const isShouted = (line: readonly Word[]): boolean => {
	const upper = line.filter(({ shape }) => shape === 'upper');
	if (upper.length < FEWEST_SHOUTED || line.some(({ shape, raw }) => shape === 'lower' && raw.length > 2))
		return false;
	return upper.filter(({ folded }) => commonWords.has(folded)).length >= FEWEST_COMMON;
};

const shoutedAsLower = (line: readonly Word[]): readonly Word[] =>
	isShouted(line) ? line.map((one) => (one.shape === 'upper' ? { ...one, shape: 'lower' } : one)) : line;

/** readWords gives the words of a normalised text, in order. */
export const readWords = (text: string): Word[] => {
	const lines: Word[][] = [[]];
	let last = 0;
	for (const { 0: raw, index } of text.matchAll(word)) {
		if (text.slice(last, index).includes('\n')) lines.push([]);
		last = index + raw.length;
		lines[lines.length - 1]?.push({
			start: index,
			end: last,
			raw,
			folded: fold(raw),
			shape: shapeOf(raw),
		});
	}
	return lines.flatMap(shoutedAsLower);
};
