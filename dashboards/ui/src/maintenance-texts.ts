import { catalogue, inPageLanguage } from './catalogue.js';

/** maintenanceTexts say what bodies announced of their platforms, and what was reported before and after. */
export const maintenanceTexts = inPageLanguage(
	catalogue(
		{
			maintenance: (platform: string, from: string, until: string) =>
				`${platform} : arrêt prévu du ${from} au ${until}`,
			deployment: (platform: string, from: string) => `${platform} : mise en service le ${from}`,
			by: (body: string, day: string) => `annoncé par ${body} le ${day}`,
			maintenanceFlag: 'arrêt prévu',
			deploymentFlag: 'mise en service',
			instant: (day: string, time: string) => `${day}, ${time}`,
			changed: (after: string, ratio: string, low: string, high: string) =>
				`${after}, compte tenu de la saison : ${ratio} des déclarations d’avant (entre ${low} et ${high}).`,
			unchanged: (after: string, low: string, high: string) =>
				`${after}, compte tenu de la saison, rien ne permet de dire que cela a changé : entre ${low} et ${high} des déclarations d’avant.`,
			unbounded: (after: string, low: string) =>
				`${after}, compte tenu de la saison : au moins ${low} des déclarations d’avant.`,
			oneWeek: 'Sur la semaine qui suit',
			weeks: (count: string) => `Sur les ${count} semaines qui suivent`,
			'too-early': 'À comparer dès que la semaine suivante est publiée.',
			hidden: 'Trop peu de déclarations publiées pour comparer avant et après.',
			'no-history': 'Pas assez de semaines publiées avant pour comparer.',
		},
		{
			maintenance: (platform: string, from: string, until: string) =>
				`${platform}: planned stop from ${from} to ${until}`,
			deployment: (platform: string, from: string) => `${platform}: put in service on ${from}`,
			by: (body: string, day: string) => `announced by ${body} on ${day}`,
			maintenanceFlag: 'planned stop',
			deploymentFlag: 'new version',
			instant: (day: string, time: string) => `${day}, ${time}`,
			changed: (after: string, ratio: string, low: string, high: string) =>
				`${after}, allowing for the season: ${ratio} of the reports of before (between ${low} and ${high}).`,
			unchanged: (after: string, low: string, high: string) =>
				`${after}, allowing for the season, nothing says that it changed: between ${low} and ${high} of the reports of before.`,
			unbounded: (after: string, low: string) =>
				`${after}, allowing for the season: at least ${low} of the reports of before.`,
			oneWeek: 'In the week after',
			weeks: (count: string) => `In the ${count} weeks after`,
			'too-early': 'To be compared once the next week is published.',
			hidden: 'Too few published reports to compare before and after.',
			'no-history': 'Not enough published weeks before it to compare.',
		},
	),
);
