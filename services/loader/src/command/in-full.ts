import type { Tally } from '../tally.js';

/** inFull writes a tally out: `3 (2 unknown_version, 1 empty)`, and 0 when it is empty. */
export const inFull = <Name extends string>(
	tally: Tally<Name>,
	words: (name: Name) => string = (name) => name,
): string => {
	const listed = tally.entries().map(({ name, count }) => `${count} ${words(name)}`);
	return listed.length > 0 ? `${tally.total} (${listed.join(', ')})` : '0';
};
