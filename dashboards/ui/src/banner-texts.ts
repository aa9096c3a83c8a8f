import { catalogue } from './catalogue.js';

/** bannerTexts are the words of the strip and of the choice of language: apart from the header's, which the workers' page never loads. */
export const bannerTexts = catalogue(
	{
		demo: 'Données de démonstration : rien ici n’est réel',
		demoName: 'Démonstration',
		languages: 'Langue',
	},
	{
		demo: 'Demonstration data: nothing here is real',
		demoName: 'Demonstration',
		languages: 'Language',
	},
);
