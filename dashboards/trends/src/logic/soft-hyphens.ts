const LONG = 11;
const SOFT_HYPHEN = '\u00AD';
/** After a vowel, before a consonant and its vowel, with six letters before and four after. */
const BREAK = /^(.{5,}?[aeiouyéè])([bcdfghjklmnpqrstvwxz][aeiouyéè].{2,})$/i;

/** softHyphens lets the long words of a heading break, so that it fits a narrow column. */
export const softHyphens = (text: string): string =>
	text
		.split(' ')
		.map((word) => (word.length <= LONG ? word : word.replace(BREAK, `$1${SOFT_HYPHEN}$2`)))
		.join(' ');
