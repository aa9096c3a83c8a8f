import { catalogue } from '@vigie/dashboard-ui/catalogue';

/** breakdownTexts are the words of the section that reads a weekly table line by line. */
export const breakdownTexts = catalogue(
	{
		platforms: 'Plateformes',
		onPlatform: 'Ce qui s’y passe',
		platform: 'Les plateformes les plus déclarées',
		failureKind: (platform: string) => `Ce qui se passe sur ${platform}`,
		step: (platform: string) => `À quelle étape, sur ${platform}`,
		unit: (range: string, plusOrMinus: string) =>
			`Déclarations par semaine, ${range}, chacune ± ${plusOrMinus}. Chaque ligne a sa propre échelle.`,
		order: 'Rangées selon les quatre dernières semaines publiées.',
		value: (value: string, plusOrMinus: string) => `${value} ± ${plusOrMinus}`,
		read: (name: string, period: string, value: string) => `${name}, ${period} : ${value}`,
		first: (name: string, value: string) => `${name} vient en tête : ${value} la dernière semaine.`,
		nothing: 'Aucune ligne n’atteint le seuil de publication sur les quatre dernières semaines.',
		line: 'Ligne',
		hint: 'Choisissez une plateforme dans les filtres pour lire ce qui s’y passe et à quelle étape.',
		hintPlatform:
			'Une même déclaration figure dans les deux figures : une fois selon sa nature, une fois selon son étape.',
	},
	{
		platforms: 'Platforms',
		onPlatform: 'What happens there',
		platform: 'The most reported platforms',
		failureKind: (platform: string) => `What happens on ${platform}`,
		step: (platform: string) => `At which step, on ${platform}`,
		unit: (range: string, plusOrMinus: string) =>
			`Reports a week, ${range}, each ± ${plusOrMinus}. Each line has its own scale.`,
		order: 'Ordered by the last four published weeks.',
		value: (value: string, plusOrMinus: string) => `${value} ± ${plusOrMinus}`,
		read: (name: string, period: string, value: string) => `${name}, ${period}: ${value}`,
		first: (name: string, value: string) => `${name} comes first: ${value} in the last week.`,
		nothing: 'No line reaches the publication threshold over the last four weeks.',
		line: 'Line',
		hint: 'Choose a platform in the filters to read what happens there and at which step.',
		hintPlatform: 'The same report is in both figures: once by its kind, once by its step.',
	},
);
