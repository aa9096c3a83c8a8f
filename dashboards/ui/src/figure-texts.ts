import { catalogue } from './catalogue.js';

/** figureTexts are the words that every figure shares. */
export const figureTexts = catalogue(
	{
		seeTable: 'Voir le tableau',
		hideTable: 'Fermer le tableau',
		table: 'Tableau',
		csv: 'CSV',
		png: 'Image (PNG)',
		pngShort: 'PNG',
		svg: 'SVG',
		noImage: 'Ce navigateur ne sait pas faire cette image ; le SVG contient la même.',
		source: (address: string) => `Vigie. ${address}`,
		method: 'Comment c’est calculé',
		methodShort: 'Calcul',
		notPublished: 'non publié',
		notApplicable: 'sans objet',
		whyHidden: '« non publié » : pourquoi ?',
		hiddenReason: (k: string) =>
			`Une case n’est publiée que si son nombre, déjà modifié au hasard, atteint ${k}, s’il vient d’au moins 3 structures et si 5 déclarations au moins viennent d’autres que la première. Zéro et petit nombre se lisent pareil : personne ne peut savoir si une seule personne est venue.`,
		sortBy: (column: string) => `Trier par ${column}`,
		readWithArrows: 'Flèches du clavier : lire les valeurs une à une.',
	},
	{
		seeTable: 'See the table',
		hideTable: 'Close the table',
		table: 'Table',
		csv: 'CSV',
		png: 'Image (PNG)',
		pngShort: 'PNG',
		svg: 'SVG',
		noImage: 'This browser cannot make that image; the SVG holds the same.',
		source: (address: string) => `Vigie. ${address}`,
		method: 'How it is computed',
		methodShort: 'Method',
		notPublished: 'not published',
		notApplicable: 'not applicable',
		whyHidden: '“not published”: why?',
		hiddenReason: (k: string) =>
			`A cell is published only if its number, already changed at random, reaches ${k}, if it comes from at least 3 structures and if at least 5 reports come from others than the largest. Zero and a small number read alike: nobody can tell whether a single person came.`,
		sortBy: (column: string) => `Sort by ${column}`,
		readWithArrows: 'Arrow keys: read the values one by one.',
	},
);
