import { catalogue } from '@vigie/dashboard-ui/catalogue';

/** coverageTexts are the words of the section Qui signale. */
export const coverageTexts = catalogue(
	{
		name: 'Qui signale',
		title: 'Ce que la couverture permet de publier',
		unit: (day: string) => `Rythme le plus fin auquel chaque département a été publié, au ${day}.`,
		overseas: 'Outre-mer',
		corsica: 'Corse',
		week: 'chaque semaine',
		month: 'chaque mois',
		quarter: 'chaque trimestre',
		none: 'non publié',
		read: (place: string, rhythm: string) => `${place} : ${rhythm}`,
		silent: (count: string) =>
			`${count} départements ne sont publiés à aucun rythme : trop peu de professionnels y déclarent, ou aucun.`,
		all: 'Tous les départements sont publiés à un rythme au moins.',
		noSilence:
			'Un zéro et un petit nombre se lisent pareil : cette page ne dit d’aucun territoire qu’il se tait. Là où peu de professionnels sont inscrits, une absence d’alerte n’est pas une absence de problème.',
		departement: 'Département',
		rhythm: 'Publié',
		rolesTitle: 'Les métiers qui déclarent',
		rolesUnit: (period: string, points: string) =>
			`Part des déclarations, ${period}. Chaque part à ± ${points} point près.`,
		role: 'Famille de métiers',
		count: 'Déclarations',
		share: 'Part',
		rolesRead: (name: string, share: string, count: string) => `${name} : ${share}, ${count}`,
		rolesMost: (name: string, share: string) => `${name} : ${share} des déclarations publiées.`,
	},
	{
		name: 'Who reports',
		title: 'What coverage allows to publish',
		unit: (day: string) => `Finest rhythm at which each département was published, as of ${day}.`,
		overseas: 'Overseas',
		corsica: 'Corsica',
		week: 'each week',
		month: 'each month',
		quarter: 'each quarter',
		none: 'not published',
		read: (place: string, rhythm: string) => `${place}: ${rhythm}`,
		silent: (count: string) =>
			`${count} départements are published at no rhythm: too few professionals report there, or none.`,
		all: 'Every département is published at one rhythm at least.',
		noSilence:
			'A zero and a small number read alike: this page says of no territory that it is silent. Where few professionals are enrolled, no alert does not mean no problem.',
		departement: 'Département',
		rhythm: 'Published',
		rolesTitle: 'Trades that report',
		rolesUnit: (period: string, points: string) =>
			`Share of reports, ${period}. Each share within ± ${points} point.`,
		role: 'Family of trades',
		count: 'Reports',
		share: 'Share',
		rolesRead: (name: string, share: string, count: string) => `${name}: ${share}, ${count}`,
		rolesMost: (name: string, share: string) => `${name}: ${share} of published reports.`,
	},
);
