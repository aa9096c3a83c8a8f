import { catalogue } from '@vigie/dashboard-ui/catalogue';

type Level = 'week' | 'month' | 'quarter';
const UNIT_FR = { week: 'semaine', month: 'mois', quarter: 'trimestre' } as const;
const UNITS_FR = { week: 'semaines', month: 'mois', quarter: 'trimestres' } as const;
const UNIT_EN = { week: 'week', month: 'month', quarter: 'quarter' } as const;

/** evolutionTexts are the words of the section Évolution. */
export const evolutionTexts = catalogue(
	{
		name: 'Évolution',
		title: (chosen: string) => (chosen === '' ? 'Toutes les déclarations' : `Déclarations : ${chosen}`),
		unit: (level: Level, range: string, plusOrMinus: string) =>
			`Alertes et démarches échouées par ${UNIT_FR[level]} de réception, ${range}. Chaque barre ± ${plusOrMinus}.`,
		axis: (level: Level) => `déclarations par ${UNIT_FR[level]}`,
		count: (bars: string, hidden: string, level: Level) =>
			hidden === '0'
				? `${bars} ${UNITS_FR[level]}`
				: `${bars} ${UNITS_FR[level]}, dont ${hidden} non publiées (hachures)`,
		sum: (cells: string) =>
			`Somme de ${cells} cases publiées au plus : les cases non publiées n’y sont pas, donc le total réel est plus haut.`,
		value: (value: string, plusOrMinus: string) => `${value} ± ${plusOrMinus}`,
		read: (period: string, value: string) => `${period} : ${value}`,
		finding: (last: string, period: string) => `${last} pour la ${period}`,
		highest: (value: string, period: string) => `Le plus haut : ${value}, ${period}.`,
		line: 'La ligne suit le niveau récent et les jours fériés, appris des seules semaines publiées avant chacune ; à partir de trois ans, aussi la saison et la tendance.',
		provisional: 'Moins de huit semaines d’histoire : référence provisoire.',
		tooHidden:
			'Trop de semaines ne sont pas publiées pour tracer ce que l’on en attend : choisissez une série plus large.',
		onlyWeeks:
			'Ce qui est attendu se calcule par semaine ; ce croisement n’est publié qu’à un grain plus long : pas de ligne.',
		noHistory: 'Il n’y a pas encore assez de semaines publiées pour tracer ce que l’on en attend.',
		threshold: (count: string) => `seuil d’alerte ${count}`,
		expected: (count: string) => `attendu ${count}`,
		usual: (low: string, high: string) => `d’ordinaire ${low} à ${high}`,
		readExpected: (value: string, expected: string, usual: string) => `${value} ; ${expected}, ${usual}`,
		expectedColumn: 'Attendu',
		lowColumn: 'D’ordinaire, au moins',
		highColumn: 'D’ordinaire, au plus',
		thresholdColumn: 'Seuil d’alerte',
		key: 'Ligne : attendu. Bande : huit semaines sur dix. Pointillé : une semaine sur cent est au-dessus ; ses barres sont rouges.',
		sentence: (title: string, bars: string, last: string, highest: string) =>
			`${title}. ${bars}. Dernière valeur : ${last}. ${highest}`,
		goToWeek: 'Lire toute la page à cette semaine',
		period: 'Période',
		declarations: 'Déclarations',
		uncertainty: '±',
		hiddenCells: 'Cases non publiées',
	},
	{
		name: 'Evolution',
		title: (chosen: string) => (chosen === '' ? 'All reports' : `Reports: ${chosen}`),
		unit: (level: Level, range: string, plusOrMinus: string) =>
			`Alerts and failed procedures by ${UNIT_EN[level]} of reception, ${range}. Each bar ± ${plusOrMinus}.`,
		axis: (level: Level) => `reports a ${UNIT_EN[level]}`,
		count: (bars: string, hidden: string, level: Level) =>
			hidden === '0'
				? `${bars} ${UNIT_EN[level]}s`
				: `${bars} ${UNIT_EN[level]}s, of which ${hidden} not published (hatched)`,
		sum: (cells: string) =>
			`Sum of at most ${cells} published cells: those not published are left out, so the real total is higher.`,
		value: (value: string, plusOrMinus: string) => `${value} ± ${plusOrMinus}`,
		read: (period: string, value: string) => `${period}: ${value}`,
		finding: (last: string, period: string) => `${last} for the ${period}`,
		highest: (value: string, period: string) => `Highest: ${value}, ${period}.`,
		line: 'The line follows the recent level and public holidays, learnt from the weeks published before each one alone; from three years on, season and trend too.',
		provisional: 'Less than eight weeks of history: a provisional reference.',
		tooHidden: 'Too many weeks are not published to draw what is expected: choose a wider series.',
		onlyWeeks:
			'What is expected is computed by week; this crossing is published over longer times only: no line.',
		noHistory: 'There are not enough published weeks yet to draw what is expected.',
		threshold: (count: string) => `alert threshold ${count}`,
		expected: (count: string) => `expected ${count}`,
		usual: (low: string, high: string) => `usually ${low} to ${high}`,
		readExpected: (value: string, expected: string, usual: string) => `${value}; ${expected}, ${usual}`,
		expectedColumn: 'Expected',
		lowColumn: 'Usually, at least',
		highColumn: 'Usually, at most',
		thresholdColumn: 'Alert threshold',
		key: 'Line: expected. Band: eight weeks in ten. Dotted: one week in a hundred is above; its bars are red.',
		sentence: (title: string, bars: string, last: string, highest: string) =>
			`${title}. ${bars}. Last value: ${last}. ${highest}`,
		goToWeek: 'Read the whole page as of this week',
		period: 'Period',
		declarations: 'Reports',
		uncertainty: '±',
		hiddenCells: 'Cells not published',
	},
);
