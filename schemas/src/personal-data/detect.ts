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

/** What a better finding already covers is not told again; what goes on beyond it is. */
const withoutCovered = (all: readonly Found[]): Found[] => {
	const kept: Found[] = [];
	const ranked = all.toSorted(
		(one, other) => rankOf(one) - rankOf(other) || other.end - other.start - (one.end - one.start),
	);
	for (const found of ranked) {
		const covered = kept.some(({ start, end }) => start <= found.start && found.end <= end);
		if (!covered) kept.push(found);
	}
	return kept.toSorted((one, other) => one.start - other.start || one.end - other.end);
};

/** Two findings of one label that overlap are one: `ne le 12` and `12 mars`. */
const withoutOverlaps = (all: readonly Found[]): Found[] => {
	const merged: Found[] = [];
	for (const found of all) {
		const last = merged.findIndex(({ label, end }) => label === found.label && found.start < end);
		const before = merged[last];
		if (!before) merged.push(found);
		else
			merged[last] = {
				...before,
				end: Math.max(before.end, found.end),
				certain: before.certain === true || found.certain === true,
			};
	}
	return merged;
};

/**
 * detect finds what looks like personal data in a text, in order of place: any finding means that the text may not be kept. It is pure, needs nothing, is
 * the same in a browser and on a server, and takes time linear in the length. An empty answer does not prove that nobody is named.
 */
export const detect = (given: string): Finding[] => {
	const text = normalise(given);
	return withoutOverlaps(withoutCovered(rules.flatMap((rule) => rule(text)))).map(
		({ label, start, end, certain = false }) => ({
			label,
			...text.original(start, end),
			certain,
		}),
	);
};
