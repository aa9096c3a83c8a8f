const LONGEST = 64;

/** slugOf proposes an identifier from a name: lower case, without accents, dashes between words. */
export const slugOf = (name: string): string =>
	name
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, LONGEST)
		.replace(/^-+|-+$/g, '');
