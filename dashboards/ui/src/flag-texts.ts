import { catalogue } from './catalogue.js';

/** flagTexts are the words of what is planted on a chart of weeks. */
export const flagTexts = catalogue(
	{
		signal: (shape: string, level: string, sentence: string) => `${shape} (${level}). ${sentence}.`,
		over: (shape: string, sentence: string) => `${shape}. ${sentence}.`,
		repair: (body: string | null, what: string) =>
			body === null ? `Réparation annoncée. ${what}.` : `Réparation annoncée par ${body}. ${what}.`,
		name: 'Repères',
		key: 'Losange : un signal commence. Fanion : un organisme annonce une réparation. Carré : un organisme a annoncé un arrêt ou une mise en service.',
		at: (number: string, week: string, text: string) => `${number}. ${week} : ${text}`,
		column: 'Repères',
	},
	{
		signal: (shape: string, level: string, sentence: string) => `${shape} (${level}). ${sentence}.`,
		over: (shape: string, sentence: string) => `${shape}. ${sentence}.`,
		repair: (body: string | null, what: string) =>
			body === null ? `Repair announced. ${what}.` : `Repair announced by ${body}. ${what}.`,
		name: 'Flags',
		key: 'Lozenge: a signal begins. Pennant: a body announces a repair. Square: a body announced a stop or a new version.',
		at: (number: string, week: string, text: string) => `${number}. ${week}: ${text}`,
		column: 'Flags',
	},
);
