/** Tally counts things by their names. */
export interface Tally<Name extends string = string> {
	add(name: Name): void;
	/** of gives the count of a name. */
	of(name: Name): number;
	readonly total: number;
	/** entries lists names and counts, the most frequent first, then by name. */
	entries(): readonly { readonly name: Name; readonly count: number }[];
}

/** createTally starts with nothing. */
export const createTally = <Name extends string = string>(): Tally<Name> => {
	const counts = new Map<Name, number>();
	const of = (name: Name): number => counts.get(name) ?? 0;
	return {
		of,
		add: (name) => void counts.set(name, of(name) + 1),
		get total() {
			return [...counts.values()].reduce((sum, count) => sum + count, 0);
		},
		entries: () =>
			[...counts]
				.sort(([name, count], [otherName, other]) => other - count || (name < otherName ? -1 : 1))
				.map(([name, count]) => ({ name, count })),
	};
};
