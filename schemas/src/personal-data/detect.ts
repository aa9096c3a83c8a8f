import type { Finding } from './finding.js';
import { findingLabels } from './finding.js';
import { findNamesAfterLabels } from './names/after-label.js';
import { findNamesAfterTitles } from './names/after-title.js';
import { findInitialledNames } from './names/initials.js';
import { findListedNames } from './names/listed.js';
import { findUnlistedNames } from './names/unlisted.js';
import { normalise } from './normalised.js';
import type { Found, Rule } from './rule.js';
import { findAddresses } from './rules/address.js';
import { findAges } from './rules/age.js';
import { findBirths } from './rules/birth.js';
import { findCaseReferences } from './rules/case-reference.js';
import { findDates } from './rules/date.js';
import { findEmails } from './rules/email.js';
import { findIbans } from './rules/iban.js';
import { findHandles, findPlates } from './rules/identifiers.js';
import { findLinks } from './rules/link.js';
import { findLongNumbers } from './rules/long-number.js';
import { findNirs } from './rules/nir.js';
import { findPhones } from './rules/phone.js';
import { findSpelledNumbers } from './rules/spelled-number.js';
import { findSpis } from './rules/spi.js';

const rules: readonly Rule[] = [
	findNirs,
	findSpis,
	findIbans,
	findPhones,
	findSpelledNumbers,
	findEmails,
	findDates,
	findBirths,
	findAges,
	findAddresses,
	findNamesAfterTitles,
	findNamesAfterLabels,
	findInitialledNames,
	findListedNames,
	findUnlistedNames,
	findPlates,
	findLinks,
	findHandles,
	findCaseReferences,
	findLongNumbers,
];

const priority = new Map<string, number>(findingLabels.map((label, rank) => [label, rank]));

/** A check digit outranks any shape; then the label that says most. */
const rankOf = ({ label, certain }: Found): number => (certain ? 0 : (priority.get(label) ?? 0) + 1);

/** How many characters before each place better findings already mark. */
const countsOf = (marked: Uint8Array): Uint32Array => {
	const counts = new Uint32Array(marked.length + 1);
	marked.forEach((mark, at) => {
		counts[at + 1] = (counts[at] ?? 0) + mark;
	});
	return counts;
};

/** What better findings already cover is not told again; what goes on beyond them is. */
const withoutCovered = (all: readonly Found[], length: number): Found[] => {
	const marked = new Uint8Array(length);
	return Array.from({ length: findingLabels.length + 1 }, (_none, rank) => rank).flatMap((rank) => {
		const counts = countsOf(marked);
		const kept = all.filter(
			(found) =>
				rankOf(found) === rank &&
				(counts[found.end] ?? 0) - (counts[found.start] ?? 0) < found.end - found.start,
		);
		for (const { start, end } of kept) marked.fill(1, start, end);
		return kept;
	});
};

/** Two findings of one label that overlap are one: `ne le 12` and `12 mars`. */
const withoutOverlaps = (all: readonly Found[]): Found[] => {
	const merged: Found[] = [];
	const last = new Map<string, number>();
	for (const found of all.toSorted((one, other) => one.start - other.start || one.end - other.end)) {
		const at = last.get(found.label) ?? -1;
		const before = merged[at];
		if (!before || before.end <= found.start) {
			last.set(found.label, merged.push(found) - 1);
			continue;
		}
		const certain = before.certain === true || found.certain === true;
		merged[at] = { ...before, end: Math.max(before.end, found.end), certain };
	}
	return merged;
};

/**
 * detect finds what looks like personal data in a text, in order of place: any finding means that the text may not be kept. It is pure, needs nothing, is
 * the same in a browser and on a server, and takes time linear in the length. An empty answer does not prove that nobody is named.
 */
export const detect = (given: string): Finding[] => {
	const text = normalise(given);
	return withoutOverlaps(
		withoutCovered(
			rules.flatMap((rule) => rule(text)),
			text.text.length,
		),
	).map(({ label, start, end, certain = false }) => ({
		label,
		...text.original(start, end),
		certain,
	}));
};
