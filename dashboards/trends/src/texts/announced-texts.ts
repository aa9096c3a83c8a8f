import { catalogue } from '@vigie/dashboard-ui/catalogue';

/** announcedTexts are the words around what bodies announced, under the chart that bears its flags. */
export const announcedTexts = catalogue(
	{
		title: 'Ce que l’organisme a annoncé',
		lead: 'Un drapeau par arrêt prévu ou mise en service. La comparaison ne lit que des semaines publiées ; la semaine de l’annonce n’y est pas.',
	},
	{
		title: 'What the body announced',
		lead: 'A flag for each planned stop or new version. The comparison reads published weeks only; the week of the announcement is left out.',
	},
);
