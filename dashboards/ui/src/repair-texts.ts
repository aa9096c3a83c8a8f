import { catalogue, inPageLanguage } from './catalogue.js';

/** repairTexts say what the field makes of a repair. */
export const repairTexts = inPageLanguage(
	catalogue(
		{
			one: 'Encore une semaine environ pour trancher.',
			two: 'Encore deux semaines environ pour trancher.',
			threeOrFour: 'Encore 3 à 4 semaines environ pour trancher.',
			fiveToEight: 'Encore 5 à 8 semaines environ pour trancher.',
			nineOrMore: 'Encore plus de deux mois pour trancher : il y a peu de déclarations.',
			tooFew: 'Trop peu de déclarations pour trancher : les réponses des professionnels le feront.',
			mended: (band: string) => `Disent que c’est réparé : ${band}.`,
			broken: (band: string) => `Disent que ça échoue encore : ${band}.`,
		},
		{
			one: 'About one more week to settle it.',
			two: 'About two more weeks to settle it.',
			threeOrFour: 'About 3 to 4 more weeks to settle it.',
			fiveToEight: 'About 5 to 8 more weeks to settle it.',
			nineOrMore: 'More than two months yet to settle it: there are few reports.',
			tooFew: 'Too few reports to settle it: what professionals answer will.',
			mended: (band: string) => `Say that it is mended: ${band}.`,
			broken: (band: string) => `Say that it still fails: ${band}.`,
		},
	),
);
