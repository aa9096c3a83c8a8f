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
		noLine:
			'Les barres disent ce qui a été déclaré, pas ce que l’on attendait : le nombre de professionnels qui déclarent change aussi.',
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
		noLine:
			'Bars tell what was reported, not what was expected: the number of professionals who report changes, too.',
		sentence: (title: string, bars: string, last: string, highest: string) =>
			`${title}. ${bars}. Last value: ${last}. ${highest}`,
		goToWeek: 'Read the whole page as of this week',
		period: 'Period',
		declarations: 'Reports',
		uncertainty: '±',
		hiddenCells: 'Cells not published',
	},
);
