/** Tally counts things by their names. */
export interface Tally {
	add(name: string): void;
	readonly total: number;
	/** inWords lists the names, the most frequent first, then by name: `2 unknown_version, 1 empty`. */
	inWords(): string;
}

/** createTally starts with nothing. */
export const createTally = (): Tally => {
	const counts = new Map<string, number>();
	return {
		add: (name) => void counts.set(name, (counts.get(name) ?? 0) + 1),
		get total() {
			return [...counts.values()].reduce((sum, count) => sum + count, 0);
		},
		inWords: () =>
			[...counts]
				.sort(([name, count], [otherName, other]) => other - count || (name < otherName ? -1 : 1))
				.map(([name, count]) => `${count} ${name}`)
				.join(', '),
	};
};

/** inFull writes a tally out: `3 (2 unknown_version, 1 empty)`, and 0 when it is empty. */
export const inFull = (tally: Tally): string =>
	tally.total > 0 ? `${tally.total} (${tally.inWords()})` : '0';
