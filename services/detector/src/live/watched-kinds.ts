import { codesOf, groupOf } from '@vigie/schemas/taxonomy';

/** What breaks from one hour to the next: forms that make no sense and files that wait do not. */
const BREAKING = new Set<ReturnType<typeof groupOf>>(['TECHNIQUE', 'IDENTITE', 'CONTACT']);

/** watchedKinds are the kinds of failure that are counted by themselves, of each platform in France, beside all its reports (detection.md 1.3). */
export const watchedKinds: readonly string[] = codesOf('failureKinds').filter((kind) =>
	BREAKING.has(groupOf(kind)),
);
