import { benefitsServed } from './taxonomy/benefits-served.js';
import type { Entry, Lang } from './taxonomy/entry.js';
import { impossiblePairs } from './taxonomy/impossible-pairs.js';
import { lists } from './taxonomy/lists.js';
import { type CodeReading, readEntry } from './taxonomy/read-entry.js';
import { knownVersions, type TaxonomyVersion } from './taxonomy/version.js';

export { isPossible } from './taxonomy/possible.js';
export {
	groupOf,
	inferNonTakeUpType,
	ownerOf,
	platformOfHostname,
	regionOf,
	roleFamilyOf,
	severityOf,
	structureFamilyOf,
} from './taxonomy/relations.js';
export { isKnownVersion, knownVersions, NON_PRECISE, TAXONOMY_VERSION } from './taxonomy/version.js';

/** ListName is the name of one list of the taxonomy. */
export type ListName = keyof typeof lists;

/** CodeOf is the union of a list's codes, e.g. CodeOf<'steps'> = 'INFORMATION' | 'SIMULATION' | ... */
export type CodeOf<L extends ListName> = (typeof lists)[L][number]['code'];

// Object.keys widens to string[]; the keys of a frozen literal are exactly ListName.
/** listNames holds the name of every list, in the order of the taxonomy's document. */
export const listNames = Object.freeze(Object.keys(lists) as ListName[]);

/**
 * codesOf returns every code a list ever had, retired ones included, as the non-empty tuple that z.enum wants. An event
 * of an older version may still carry a retired code: readCode is what refuses it for a given version.
 */
export function codesOf<L extends ListName>(list: L): readonly [CodeOf<L>, ...CodeOf<L>[]] {
	// The compiler cannot see through the mapped list; the codes come from that very list, and no list is empty.
	return lists[list].map((entry) => entry.code) as unknown as readonly [CodeOf<L>, ...CodeOf<L>[]];
}

/** entryOf returns the entry of a code already known to be in the list. */
export function entryOf<L extends ListName>(list: L, code: CodeOf<L>): Entry {
	const entries: readonly Entry[] = lists[list];
	const entry = entries.find((candidate) => candidate.code === code);
	if (!entry) throw new RangeError(`no such code in ${list}`);
	return entry;
}

/** labelOf returns the label of a code already known to be in the list. */
export function labelOf<L extends ListName>(list: L, code: CodeOf<L>, lang: Lang): string {
	return entryOf(list, code)[lang];
}

/**
 * readCode judges a code from outside against the version it was filed with. Errors, in this order:
 * `unknown_taxonomy_version`, `unknown_code` (never existed or not yet), `retired_code`.
 */
export function readCode(list: ListName, code: string, version: string): CodeReading<Entry> {
	return readEntry<Entry>(lists[list], code, version, knownVersions);
}

/** TaxonomyDocument is the body of GET /v1/taxonomy: the lists, and the rules by which a pair of codes is refused. */
export interface TaxonomyDocument {
	readonly version: TaxonomyVersion;
	readonly lists: Readonly<Record<string, readonly Entry[]>>;
	readonly benefitsServed: typeof benefitsServed;
	readonly impossiblePairs: typeof impossiblePairs;
}

/**
 * taxonomyDocument returns all lists as a version knows them, as plain JSON: entries brought later are absent, retired
 * ones stay with their `retired` version, since old events still bear them.
 */
export function taxonomyDocument(version: TaxonomyVersion): TaxonomyDocument {
	const at = knownVersions.indexOf(version);
	const isKnownAt = (entry: Entry) => knownVersions.indexOf(entry.since) <= at;
	const known = listNames.map((name): [string, Entry[]] => {
		const entries: readonly Entry[] = lists[name];
		return [name, entries.filter(isKnownAt)];
	});
	return { version, lists: Object.fromEntries(known), benefitsServed, impossiblePairs };
}
