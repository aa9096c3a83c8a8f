import { catalogue } from '@vigie/dashboard-ui/catalogue';

/** pageTexts are the headline, the states and the section names of the page of trends. */
export const pageTexts = catalogue(
	{
		title: 'Tendances',
		edition: (week: string) => `${week}, dernière publiée`,
		editionAsked: (week: string) => `${week}, choisie.`,
		total: (count: string, day: string) => `${count} déclarations la semaine du ${day}.`,
		totalHidden: 'Le nombre de déclarations de cette semaine n’est pas publié.',
		pair: (step: string, platform: string) => `${platform} (${step})`,
		share: (pairs: string, share: string) => `${pairs} en regroupent ${share}.`,
		pairs: (pairs: string) => `Le plus souvent : ${pairs}.`,
		lead: (plusOrMinus: string) => `Alertes et démarches échouées, chaque nombre ± ${plusOrMinus}.`,
		compared: (before: string, yearBefore: string) =>
			`La semaine d’avant : ${before} ; un an plus tôt : ${yearBefore}.`,
		emptyWhat:
			'Vous trouverez ici l’évolution par semaine, la carte des départements, les étapes et les droits où cela bloque, les non-recours signalés et les orientations.',
		otherVersion:
			'Ce lien a été fait sur une autre version de cette semaine. Les nombres ci-dessous sont ceux de la version publiée ici.',
		unknownWeek: 'La semaine demandée par le lien n’est pas publiée ici. Voici la dernière.',
		latest: 'Voir la dernière semaine',
		permalink: 'Copier un lien permanent',
		copied: 'Lien copié.',
		notCopied: 'Le lien est dans la barre d’adresse.',
		version: (release: string, hash: string, taxonomy: string) =>
			`${release}, empreinte ${hash}, taxonomie ${taxonomy}`,
		noScript:
			'Cette page dessine ses figures avec un script. Sans lui, les mêmes nombres se lisent en CSV : la liste des publications est sur /v1/releases.',
		node: (name: string) => `Table publiée : ${name}.`,
		notFollowed: (choices: string) =>
			`Ce croisement n’est pas publié ${choices} : la figure ne suit pas ce choix.`,
		by: (name: 'region' | 'departement' | 'body' | 'platform' | 'benefit' | 'group') =>
			({
				region: 'par région',
				departement: 'par département',
				body: 'par organisme',
				platform: 'par plateforme',
				benefit: 'par droit',
				group: 'par nature',
			})[name],
		notYet: 'Cette figure demande un mois clos de quatre ou cinq semaines : il n’y en a pas encore.',
		tooFine: 'Trop fin pour protéger les personnes : choisissez le mois ou la région, ou retirez un choix.',
	},
	{
		title: 'Trends',
		edition: (week: string) => `${week}, last published`,
		editionAsked: (week: string) => `${week}, chosen.`,
		total: (count: string, day: string) => `${count} reports in the week of ${day}.`,
		totalHidden: 'The number of reports of this week is not published.',
		pair: (step: string, platform: string) => `${platform} (${step})`,
		share: (pairs: string, share: string) => `${pairs} make up ${share} of them.`,
		pairs: (pairs: string) => `Most often: ${pairs}.`,
		lead: (plusOrMinus: string) => `Alerts and failed procedures, each number ± ${plusOrMinus}.`,
		compared: (before: string, yearBefore: string) =>
			`The week before: ${before}; a year earlier: ${yearBefore}.`,
		emptyWhat:
			'Here you will find weekly evolution, the map of départements, the steps and rights where things get stuck, reported non-take-up and referrals.',
		otherVersion:
			'This link was made from another version of this week. The numbers below are those of the version published here.',
		unknownWeek: 'The week asked by the link is not published here. This is the last one.',
		latest: 'See the last week',
		permalink: 'Copy a permanent link',
		copied: 'Link copied.',
		notCopied: 'The link is in the address bar.',
		version: (release: string, hash: string, taxonomy: string) =>
			`${release}, hash ${hash}, taxonomy ${taxonomy}`,
		noScript:
			'This page draws its figures with a script. Without it, the same numbers can be read as CSV: the list of releases is at /v1/releases.',
		node: (name: string) => `Published table: ${name}.`,
		notFollowed: (choices: string) =>
			`This crossing is not published ${choices}: the figure does not follow that choice.`,
		by: (name: 'region' | 'departement' | 'body' | 'platform' | 'benefit' | 'group') =>
			({
				region: 'by région',
				departement: 'by département',
				body: 'by body',
				platform: 'by platform',
				benefit: 'by right',
				group: 'by kind',
			})[name],
		notYet: 'This figure needs a closed month of four or five weeks: there is none yet.',
		tooFine: 'Too fine to protect people: choose the month or the région, or take off a choice.',
	},
);
