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
		pilot: (month: string, quarter: string) =>
			`Peu de structures déclarent ici. Pour que personne n’y soit reconnu, Vigie publie chaque semaine le seul total ; chaque mois les plateformes, et les départements par plateforme (prochain : ${month}) ; chaque trimestre les droits et les natures (prochain : ${quarter}).`,
		pilotMore:
			'Le reste paraîtra quand assez de structures déclareront et que Vigie passera au treillis complet. Aucun réglage n’abaisse les seuils : derrière chaque nombre, au moins 5 déclarations et 3 structures.',
		notHere:
			'Cette table n’est pas publiée : trop peu de structures déclarent ici pour qu’elle protège les personnes. Le haut de la page dit ce qui l’est, et quand.',
		mapHere:
			'Peu de structures déclarent ici : la carte n’est publiée que pour un organisme ou une plateforme, choisissez-en un.',
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
		pilot: (month: string, quarter: string) =>
			`Few structures report here. So that nobody can be recognised, Vigie publishes the total alone each week; platforms, and départements by platform, each month (next: ${month}); rights and kinds each quarter (next: ${quarter}).`,
		pilotMore:
			'The rest will appear once enough structures report and Vigie passes to the whole lattice. No setting lowers the floors: behind each number, at least 5 reports and 3 structures.',
		notHere:
			'This table is not published: too few structures report here for it to protect people. The top of the page says what is, and when.',
		mapHere: 'Few structures report here: the map is published for a body or a platform only, choose one.',
		notYet: 'This figure needs a closed month of four or five weeks: there is none yet.',
		tooFine: 'Too fine to protect people: choose the month or the région, or take off a choice.',
	},
);
