import { detect } from '../personal-data/detect.js';
import { findNamesAfterLabels } from '../personal-data/names/after-label.js';
import { findNamesAfterTitles } from '../personal-data/names/after-title.js';
import { normalise } from '../personal-data/normalised.js';
import { isCommune, isUnderPublicSuffix } from './public-names.js';

const capitalised = (words: string): string => words.replace(/(^| )\p{Ll}/gu, (first) => first.toUpperCase());
const wordsOf = (label: string): string => label.replaceAll('-', ' ');

/** The ways in which labels are read: as one text, and each with the capitals of names, which hosts do not write. */
const textsOf = (labels: readonly string[]): string[] => {
	const words = labels.map(wordsOf);
	return [words.join(' '), ...words.map(capitalised)];
};

/** What announces a name, or is no name at all, says somebody wherever it stands. */
const announcesSomebody = (text: string): boolean => {
	const read = normalise(text);
	return (
		detect(text).some(({ label }) => label !== 'nom') ||
		[findNamesAfterTitles, findNamesAfterLabels].some((rule) => rule(read).length > 0)
	);
};

/** looksLikeSomebody tells whether labels read like personal data, whatever places and bodies are called. */
export const looksLikeSomebody = (labels: readonly string[]): boolean =>
	textsOf(labels).some((text) => detect(text).length > 0);

/**
 * namesSomebody tells whether the name of a host looks like personal data: a number of somebody, or the names of a person, which hosts write without
 * capitals. The dots and dashes that part words are read as spaces; the ending is no word. The name of a commune is none of a person, nor is that of a
 * school or a service under a suffix that only the State gives: there, only what announces somebody is refused.
 */
export const namesSomebody = (host: string): boolean => {
	const labels = host.split('.').slice(0, -1);
	if (isUnderPublicSuffix(host)) return textsOf(labels).some(announcesSomebody);
	return looksLikeSomebody(labels.filter((label) => !isCommune(label)));
};
