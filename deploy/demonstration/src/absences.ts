/** Absence is a département from which nobody declares for some weeks [from, to) of a world. */
interface Absence {
	readonly departement: string;
	readonly from: number;
	readonly to: number;
}

/** Two départements that join late, and one that falls silent. */
const absences: readonly Absence[] = [
	{ departement: '48', from: 0, to: 36 },
	{ departement: '2A', from: 0, to: 36 },
	{ departement: '58', from: 62, to: 68 },
];

/** isAbsent tells whether nobody declares from a département in a week of a world, by its rank. */
export const isAbsent = (departement: string, week: number): boolean =>
	absences.some((one) => one.departement === departement && week >= one.from && week < one.to);
