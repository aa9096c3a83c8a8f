import type { Plugin } from 'vite';

/** What the lists say for others and this page never reads: its script has a budget of 60 kB. */
const unread = [
	/, since: '[^']*'/g,
	/, evidence: '[^']*'/g,
	/, (?:bodies|fiches|openfisca): \[[^\]]*\]/g,
	/, (?:timeZone|phase|severity): '[^']*'/g,
	/, mender: \{[^}]*\}/g,
	// A département has one name.
	/, en: '[^']*'(?=, region: ')/g,
	// Kinds and groups are read in the worker's words.
	/fr: '[^']*', en: '[^']*', (?=group: '|words: )/g,
];

/** slimTaxonomy leaves out of the built page the fields of the taxonomy's lists that it does not read. */
export const slimTaxonomy = (): Plugin => ({
	name: 'vigie:slim-taxonomy',
	apply: 'build',
	enforce: 'pre',
	transform: {
		filter: { id: /\/taxonomy\/lists\/[a-z-]+\.ts$/ },
		handler: (code) => ({ code: unread.reduce((text, field) => text.replace(field, ''), code), map: null }),
	},
});
