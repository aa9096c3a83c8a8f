import type { ReleaseTable } from '@vigie/schemas/http';
import { departementTiles } from '@vigie/schemas/taxonomy/lists/department-tiles';

/** RHYTHMS are how often something of a département is published, finest first. */
export const RHYTHMS = ['week', 'month', 'quarter'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** Coverage is the finest rhythm at which each of the 101 départements was published; null for none. */
export type Coverage = ReadonlyMap<string, Rhythm | null>;

const shownIn = (table: ReleaseTable | null): ReadonlySet<string> => {
	const at = table?.dimensions.indexOf('departement') ?? -1;
	return new Set(
		(table?.rows ?? []).flatMap(({ coordinates, y }) => (y === null ? [] : [coordinates[at] ?? ''])),
	);
};

/** coverageOf reads it off the last published table of each level that holds départements: one shown cell is enough. */
export const coverageOf = (tables: Readonly<Record<Rhythm, ReleaseTable | null>>): Coverage => {
	const shown = RHYTHMS.map((rhythm) => ({ rhythm, codes: shownIn(tables[rhythm]) }));
	return new Map(
		departementTiles.map(({ code }) => [code, shown.find(({ codes }) => codes.has(code))?.rhythm ?? null]),
	);
};
