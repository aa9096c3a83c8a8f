import type { TaxonomyVersion } from './version.js';

/** Lang is a language in which every label exists. */
export type Lang = 'fr' | 'en';

/** Wording is one text in each language. */
export interface Wording {
	readonly fr: string;
	readonly en: string;
}

/**
 * Evidence says how a fact entered the lists: `read` in a source, or `recalled` and not to be shown as
 * established before someone has checked it.
 */
export type Evidence = 'read' | 'recalled';

/**
 * Entry is one line of a list: a stable code that is never deleted nor reused, its labels, the version that brought it
 * and, when it was withdrawn, the first version that refuses it.
 */
export interface Entry extends Wording {
	readonly code: string;
	readonly hint?: Wording;
	readonly since: TaxonomyVersion;
	readonly retired?: TaxonomyVersion;
}
