import type { StructureBand } from '@vigie/schemas/signal';

const bands = [
	[50, '50+'],
	[20, '20-49'],
	[10, '10-19'],
	[6, '6-9'],
	[3, '3-5'],
] as const satisfies readonly (readonly [number, StructureBand])[];

/** bandOf gives the band of a number of distinct structures; null under three, which no band says. */
export const bandOf = (structures: number): StructureBand | null =>
	bands.find(([lowest]) => structures >= lowest)?.[1] ?? null;
