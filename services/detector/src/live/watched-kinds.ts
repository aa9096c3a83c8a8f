import { codesOf, groupOf } from '@vigie/schemas/taxonomy';

/** What breaks from one hour to the next: forms that make no sense and files that wait do not. */
const BREAKING = new Set<ReturnType<typeof groupOf>>(['TECHNIQUE', 'IDENTITE', 'CONTACT']);

/** watchedKinds are the kinds of failure that are counted by themselves, of each platform in France, beside all its reports (detection.md 1.3). */
export const watchedKinds: readonly string[] = codesOf('failureKinds').filter((kind) =>
	BREAKING.has(groupOf(kind)),
);

/**
 * KIND_RARITY is how many times rarer a kind's count must be than that of all reports: once for each kind (Bonferroni), and four times, so that
 * all kinds together are false a small part as often as the whole (`npm run bench:detection -- --only outage`).
 */
export const KIND_RARITY = 4 * watchedKinds.length;
