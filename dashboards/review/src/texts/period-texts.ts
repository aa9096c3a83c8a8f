import { catalogue, inPageLanguage } from '@vigie/dashboard-ui/catalogue';

const week = inPageLanguage(
	catalogue(
		{
			chart: 'Déclarations par semaine',
			unit: (what: string, half: string) =>
				`${what}, France, 26 semaines, chaque barre ± ${half}. Hachuré : semaine non publiée.`,
			axis: 'par semaine',
			column: 'Semaine',
			sentence: (last: string) => `Déclarations par semaine. Dernière semaine publiée : ${last}.`,
		},
		{
			chart: 'Reports a week',
			unit: (what: string, half: string) =>
				`${what}, France, 26 weeks, each bar ± ${half}. Hatched: week not published.`,
			axis: 'a week',
			column: 'Week',
			sentence: (last: string) => `Reports a week. Last published week: ${last}.`,
		},
	),
);

const month = inPageLanguage(
	catalogue(
		{
			chart: 'Déclarations par mois',
			unit: (what: string, half: string) =>
				`${what}, France, chaque barre ± ${half}. Peu de structures participent encore : rien de plus fin que la plateforme et le mois n’est publié. Hachuré : mois non publié.`,
			axis: 'par mois',
			column: 'Mois',
			sentence: (last: string) => `Déclarations par mois. Dernier mois publié : ${last}.`,
		},
		{
			chart: 'Reports a month',
			unit: (what: string, half: string) =>
				`${what}, France, each bar ± ${half}. Few structures take part yet: nothing finer than the platform and the month is published. Hatched: month not published.`,
			axis: 'a month',
			column: 'Month',
			sentence: (last: string) => `Reports a month. Last published month: ${last}.`,
		},
	),
);

/** periodTexts are the words of a report’s chart: of weeks, or of months where few structures report. */
export const periodTexts = { week, month } as const;
