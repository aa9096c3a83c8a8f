/** dotted puts a dot between the facts of a line, and leaves out those that are not there. */
export const dotted = (...facts: readonly (string | false | null)[]): string =>
	facts.filter((fact) => typeof fact === 'string' && fact !== '').join(' · ');
