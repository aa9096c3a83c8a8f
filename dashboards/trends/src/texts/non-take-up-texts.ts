import { catalogue } from '@vigie/dashboard-ui/catalogue';

/** nonTakeUpTexts are the words of the section Non-recours. */
export const nonTakeUpTexts = catalogue(
	{
		name: 'Non-recours',
		title: 'Les types de non-recours signalés, par droit',
		unit: (period: string, plusOrMinus: string) =>
			`Signaux de non-recours publiés, ${period}, chaque nombre jusqu’à ± ${plusOrMinus}.`,
		why: 'Ces signaux disent pourquoi un droit n’arrive pas, pas combien de personnes en sont privées.',
		never:
			'Vigie ne calcule jamais de taux. Ceux que l’on voit ici viennent d’enquêtes, avec leur source et leur année.',
		right: 'Droit, signaux publiés',
		parts: 'Part de chaque type parmi les signaux publiés',
		context: 'Pour contexte : taux publié ailleurs',
		noRate: 'pas de taux national fiable',
		rate: (low: string, high: string) => (low === high ? `${low} %` : `${low} à ${high} %`),
		source: (source: string, year: string) => `${source} (${year})`,
		read: (benefit: string, type: string, count: string, share: string) =>
			`${benefit}, ${type} : ${count}, ${share} des signaux publiés`,
		value: (value: string, plusOrMinus: string) => `${value} ± ${plusOrMinus}`,
		sentence: (benefit: string, type: string, share: string) =>
			`Pour ${benefit}, le plus souvent : ${type} (${share} des signaux publiés).`,
		hidden: 'types non publiés (largeur fixe)',
		benefit: 'Droit',
		type: 'Type',
		count: 'Signaux',
		share: 'Part',
		rateColumn: 'Taux publié ailleurs',
		nothing: 'Aucun signal de non-recours n’atteint le seuil de publication ce mois-là.',
	},
	{
		name: 'Non-take-up',
		title: 'Types of non-take-up signalled, by right',
		unit: (period: string, plusOrMinus: string) =>
			`Published non-take-up signals, ${period}, each number up to ± ${plusOrMinus}.`,
		why: 'These signals tell why a right does not arrive, not how many people go without.',
		never: 'Vigie never computes a rate. Those seen here come from surveys, with their source and year.',
		right: 'Right, published signals',
		parts: 'Share of each type among published signals',
		context: 'For context: rate published elsewhere',
		noRate: 'no reliable national rate',
		rate: (low: string, high: string) => (low === high ? `${low}%` : `${low} to ${high}%`),
		source: (source: string, year: string) => `${source} (${year})`,
		read: (benefit: string, type: string, count: string, share: string) =>
			`${benefit}, ${type}: ${count}, ${share} of published signals`,
		value: (value: string, plusOrMinus: string) => `${value} ± ${plusOrMinus}`,
		sentence: (benefit: string, type: string, share: string) =>
			`For ${benefit}, most often: ${type} (${share} of published signals).`,
		hidden: 'types not published (fixed width)',
		benefit: 'Right',
		type: 'Type',
		count: 'Signals',
		share: 'Share',
		rateColumn: 'Rate published elsewhere',
		nothing: 'No non-take-up signal reaches the publication threshold in that month.',
	},
);
