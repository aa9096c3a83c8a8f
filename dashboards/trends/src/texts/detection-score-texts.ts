import { frenchSpaces } from '@vigie/dashboard-ui/french-spaces';
import type { Language } from '@vigie/dashboard-ui/language';
import report from '../detection-scores.json';
import type { MethodPart } from './method-texts.js';

/** Lengths of history that are told: the first months of use, then what the long model needs. */
const HISTORIES = ['10 weeks', '26 weeks', '52 weeks', '104 weeks', '156 weeks'] as const;

interface Score {
	readonly fpr: number;
	readonly fprSe: number;
	readonly pod: number;
	readonly podSe: number;
}

const percentOf = (language: Language, digits: number) => {
	const format = new Intl.NumberFormat(language, {
		style: 'percent',
		minimumFractionDigits: digits,
		maximumFractionDigits: digits,
	});
	return (share: number): string => format.format(share);
};

const pointsOf = (language: Language, se: number, digits: number): string =>
	new Intl.NumberFormat(language, { maximumFractionDigits: digits, minimumFractionDigits: digits }).format(
		200 * se,
	);

const lineOf = (language: Language, history: string, { fpr, fprSe, pod, podSe }: Score): string => {
	const found = `${percentOf(language, 0)(pod)} (± ${pointsOf(language, podSe, 0)})`;
	const wrong = `${percentOf(language, 1)(fpr)} (± ${pointsOf(language, fprSe, 1)})`;
	return language === 'fr'
		? `${history} : ${found} des poussées trouvées, ${wrong} des semaines calmes prises à tort pour une poussée ;`
		: `${history}: ${found} of bursts found, ${wrong} of calm weeks wrongly taken for one;`;
};

const itemsIn = (language: Language): readonly string[] => [
	...HISTORIES.map((history) => {
		const weeks = Number.parseInt(history, 10);
		const name = language === 'fr' ? `${weeks} semaines d’histoire` : `${weeks} weeks of history`;
		return lineOf(language, name, report.history[history]);
	}),
	lineOf(
		language,
		language === 'fr'
			? 'douze ans d’histoire, pics et hausses durables ensemble'
			: 'twelve years of history, peaks and lasting rises together',
		report.weekly.union,
	),
];

const series = report.history['10 weeks'].series;

/** detectionScores says how sure the weekly model is, by how much history it has: numbers that `npm run bench:detection -- --write` wrote, and what they are not. */
export const detectionScores: Readonly<Record<'fr' | 'en', MethodPart>> = {
	fr: {
		id: 'surete',
		title: 'Avec quelle sûreté',
		paragraphs: [
			`Ce qu’attend le modèle des semaines (${report.model.name}, version ${report.model.version}) est mesuré, avec une règle d’alerte pour une série seule, sur ${series} séries au moins, tirées au sort, dont la vérité est connue : les 42 situations de Noufaily et coll. 2013, de la série presque vide à celle de 150 déclarations par semaine, avec ou sans saison et tendance. Une poussée y vaut de 1 à 10 écarts-types ; les petites ne peuvent guère être vues par personne. ± est deux erreurs-types de cette mesure.`,
			'Avec peu d’histoire il en trouve moins, sans se tromper beaucoup plus souvent : une semaine sans signal n’y est pas une semaine sans problème. Ces chiffres sont pris série par série ; un signal publié suit une autre règle : toutes les séries sont jugées ensemble, et il y faut trois structures de deux organisations. Les séries réelles ont des caprices que le tirage n’a pas : seuls les signaux confirmés ou non par les organismes diront la vraie part de fausses alertes.',
		].map(frenchSpaces),
		items: itemsIn('fr').map(frenchSpaces),
	},
	en: {
		id: 'surete',
		title: 'How sure it is',
		paragraphs: [
			`What the model of weeks expects (${report.model.name}, version ${report.model.version}) is measured, with a rule of alarm for one series alone, on at least ${series} series, drawn by chance, whose truth is known: the 42 situations of Noufaily et al. 2013, from a nearly empty series to one of 150 reports a week, with or without season and trend. A burst in them is worth 1 to 10 standard deviations; small ones can hardly be seen by anyone. ± is two standard errors of this measure.`,
			'With little history it finds fewer, without being wrong much more often: a week without a signal is then no week without a problem. These figures take one series at a time; a published signal follows another rule: all series are judged together, and it takes three structures of two organisations. Real series have whims that the draw has not: only signals that bodies confirm or not will tell the true share of false alarms.',
		],
		items: itemsIn('en'),
	},
};
