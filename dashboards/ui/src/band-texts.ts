import { catalogue, inPageLanguage } from './catalogue.js';

/** bandTexts write a band of structures. */
export const bandTexts = inPageLanguage(
	catalogue(
		{
			none: 'trop peu de structures pour en dire le nombre',
			band: (from: string, to: string) => `${from} à ${to} structures`,
			andMore: (from: string) => `${from} structures et plus`,
		},
		{
			none: 'too few structures to tell how many',
			band: (from: string, to: string) => `${from} to ${to} structures`,
			andMore: (from: string) => `${from} structures or more`,
		},
	),
);
