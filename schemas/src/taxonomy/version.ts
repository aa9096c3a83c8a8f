/** TAXONOMY_VERSION is the version of the lists that this code writes and proposes. */
export const TAXONOMY_VERSION = '2026.1';

/** knownVersions holds every published version, oldest first: the order decides what "since" and "retired" mean. */
export const knownVersions = ['2026.1'] as const;

/** TaxonomyVersion is a published version of the taxonomy. */
export type TaxonomyVersion = (typeof knownVersions)[number];

/** isKnownVersion tells whether a caller's version is one that was published. */
export function isKnownVersion(version: string): version is TaxonomyVersion {
	return knownVersions.some((known) => known === version);
}

/** NON_PRECISE stands for a dimension left out by the reporter; it belongs to no list and fits every pair. */
export const NON_PRECISE = 'NON_PRECISE';
