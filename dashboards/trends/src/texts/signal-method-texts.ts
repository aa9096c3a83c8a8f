import type { MethodPart } from './method-texts.js';

/** signalMethod says how a signal of closed weeks is found, how sure it is, and what it is not. */
export const signalMethod: Readonly<Record<'fr' | 'en', MethodPart>> = {
	fr: {
		id: 'signaux',
		title: 'Comment un signal est trouvé',
		paragraphs: [
			'Chaque semaine close est comparée à ce que l’on en attendait, d’après les semaines d’avant : niveau, saison, jours fériés, tendance et nombre de professionnels actifs. Un « pic » est une semaine bien au-dessus ; une « hausse durable » est une suite de semaines un peu au-dessus, dont l’indice s’accumule. Toutes les séries sont jugées ensemble, pour que la part de fausses alertes reste bornée.',
			'Les signaux sont cherchés sur les nombres exacts, qui ne sortent pas. Il en sort un niveau, un début, une fourchette de structures, et seulement si au moins trois structures sont concernées et si la case est publiée cette semaine-là. Sinon, c’est la case plus large qui est dite, ou rien.',
			'En direct, chaque quart d’heure est comparé à ce qu’une semaine ordinaire apporte à cette heure-là, jours fériés, fuseaux horaires et nombre de professionnels actifs compris : pour chaque plateforme, en France et par région, et en France aussi pour chaque sorte de panne technique, d’identification ou de contact. Le niveau monte dès que la dernière heure, les trois dernières ou ce qui s’accumule depuis le matin ne peuvent guère être du hasard ; un signal demande en plus trois personnes de trois structures, sans que l’une d’elles en fasse la moitié. Il retombe après deux heures calmes, dont une sans rien d’inhabituel.',
			'Les figures, elles, sont recalculées dans votre navigateur sur les seuls nombres publiés, par les mêmes modèles : la ligne est l’attendu, la bande contient huit semaines ordinaires sur dix, le pointillé est dépassé par une semaine ordinaire sur cent. Le nombre de professionnels actifs n’est pas publié, et un réseau qui grandit ressemble à une hausse : en dessous de trois ans d’histoire la ligne suit donc le niveau récent, aux jours fériés près, sans saison ni tendance. Une semaine non publiée compte pour la moitié du seuil ; au-delà d’une sur cinq, aucune ligne n’est tracée. Figure et signal peuvent donc différer un peu.',
			'Ce n’est pas une mesure du non-recours : ces nombres comptent des alertes de professionnels, pas des personnes. Une absence d’alerte n’est pas une absence de problème.',
		],
		items: [
			'habituel : rien à dire ; à surveiller : ce niveau tolère jusqu’à 30 % de fausses alertes ; signal : 10 % ; signal fort : 1 %, ou un écart très net vu par plusieurs organisations ;',
			'moins de 8 semaines d’histoire : référence provisoire, celle de la série plus large ; de 8 à 77 semaines : un niveau qui suit la série, sans saison ; à partir de 78 semaines : saison et tendance propres à la série ;',
			'pendant les 18 premiers mois, la méthode connaît donc mal la saison : elle trouve moins de hausses, et celles de rentrée ou d’après congés demandent plus de prudence ;',
			'chaque signal porte le nom et la version du modèle qui l’a trouvé, dans les données (/v1/signals) ;',
			'la méthode : Farrington et coll. 1996, Noufaily et coll. 2013 (attendu), Benjamini et Hochberg 1995 (jugement d’ensemble), Shin, Ramdas et Rinaldo 2023 (hausse durable). « npm run bench:detection » la mesure sur des séries dont la vérité est connue, avec 10 à 156 semaines d’histoire.',
		],
	},
	en: {
		id: 'signaux',
		title: 'How a signal is found',
		paragraphs: [
			'Each closed week is compared with what was expected of it from the weeks before: level, season, public holidays, trend and number of active professionals. A “peak” is one week far above; a “lasting rise” is a run of weeks a little above, whose evidence adds up. All series are judged together, so that the share of false alarms stays bounded.',
			'Signals are sought in exact numbers, which do not leave. What leaves is a level, a start, a band of structures, and only if at least three structures are concerned and the cell is published that week. Otherwise the wider cell is told, or nothing.',
			'Live, each quarter of an hour is compared with what an ordinary week brings at that time, public holidays, time zones and number of active professionals included: for each platform, in France and by région, and in France for each kind of technical, identification or contact failure too. The level rises as soon as the last hour, the last three or what adds up since the morning can hardly be chance; a signal asks besides for three people of three structures, none of which makes half of it. It falls after two calm hours, one of them with nothing unusual.',
			'Figures are computed again in your browser from published numbers alone, by the same models: the line is what was expected, the band holds eight ordinary weeks in ten, one ordinary week in a hundred is above the dots. The number of active professionals is not published, and a network that grows looks like a rise: below three years of history the line therefore follows the recent level, public holidays apart, without season or trend. A week that is not published counts for half of the threshold; beyond one in five no line is drawn. Figure and signal may thus differ a little.',
			'It does not measure non-take-up: these numbers count alerts of professionals, not persons. No alert does not mean no problem.',
		],
		items: [
			'usual: nothing to say; to watch: this level allows up to 30 % of false alarms; signal: 10 %; strong signal: 1 %, or a very clear departure seen by several organisations;',
			'less than 8 weeks of history: a provisional reference, that of the wider series; 8 to 77 weeks: a level that follows the series, without season; from 78 weeks on: season and trend of the series itself;',
			'during the first 18 months the method therefore hardly knows the season: it finds fewer rises, and those after the summer or after holidays call for more caution;',
			'each signal bears the name and version of the model that found it, in the data (/v1/signals);',
			'the method: Farrington et al. 1996, Noufaily et al. 2013 (what is expected), Benjamini and Hochberg 1995 (judging together), Shin, Ramdas and Rinaldo 2023 (lasting rise). “npm run bench:detection” measures it on series whose truth is known, with 10 to 156 weeks of history.',
		],
	},
};
