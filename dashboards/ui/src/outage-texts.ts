import { catalogue, inPageLanguage } from './catalogue.js';

/**
 * outageTexts say a live level in a sentence, by the last word of its key. Until the institution confirms it, people report: nothing is
 * "down". `since` and `end` are a time or a day, as a sentence says it.
 */
export const outageTexts = inPageLanguage(
	catalogue(
		{
			watch: (since: string) => `Signalements inhabituels depuis ${since}`,
			signal: (since: string) => `Perturbation signalée depuis ${since}`,
			strong: (since: string) => `Forte perturbation signalée depuis ${since}`,
			maintenance: (end: string) => `Maintenance annoncée, fin : ${end}`,
			here: 'dans votre région',
		},
		{
			watch: (since: string) => `Unusual reports since ${since}`,
			signal: (since: string) => `Trouble reported since ${since}`,
			strong: (since: string) => `Serious trouble reported since ${since}`,
			maintenance: (end: string) => `Maintenance announced until ${end}`,
			here: 'in your region',
		},
	),
);
