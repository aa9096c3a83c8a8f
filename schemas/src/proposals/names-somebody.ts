import { detect } from '../personal-data/detect.js';

const capitalised = (words: string): string => words.replace(/(^| )\p{Ll}/gu, (first) => first.toUpperCase());

/**
 * namesSomebody tells whether the name of a host looks like personal data: a number of somebody, or the names of a person, which hosts write without
 * capitals. The dots and dashes that part words are read as spaces; the ending is no word.
 */
export const namesSomebody = (host: string): boolean => {
	const labels = host
		.split('.')
		.slice(0, -1)
		.map((part) => part.replaceAll('-', ' '));
	const texts = [labels.join(' '), ...labels.map(capitalised)];
	return texts.some((text) => detect(text).length > 0);
};
