/** parts are the rooms of the administration, in the order of the menu. */
export const parts = [
	'organismes',
	'comptes',
	'structures',
	'cles',
	'journal',
	'lettres',
	'publications',
	'taches',
] as const;
export type Part = (typeof parts)[number];

/** partOf reads which part an address names; the first one where it names none that is known. */
export const partOf = (search: string): Part => {
	const named = new URLSearchParams(search).get('partie');
	return parts.find((part) => part === named) ?? parts[0];
};

/** addressOf writes the address of a part over the one there is, keeping what is not its own (the language). */
export const addressOf = (search: string, part: Part): string => {
	const query = new URLSearchParams(search);
	query.set('partie', part);
	return `?${query}`;
};
