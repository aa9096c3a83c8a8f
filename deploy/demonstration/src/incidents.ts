import { localDates } from './time-of-week.js';

/** Span of a week index: the world's weeks are numbered from 0 (the oldest closed week) to 103 (the last). */
export interface Incident {
	readonly id: string;
	/** What a reader should see, in a sentence. */
	readonly sentence: string;
	readonly platform: string;
	readonly kinds: readonly string[];
	readonly step: string | null;
	readonly benefit: string | null;
	/** Départements it touches; null for all of them. */
	readonly departements: readonly string[] | null;
	readonly from: number;
	/** First week index where it is over. */
	readonly to: number;
	/** Multiplies the usual count of what it touches, once the ramp is over. */
	readonly factor: number;
	readonly rampWeeks: number;
	/** Some incidents are hours, not weeks: extra reports an hour, from a local hour of a date of week `from`. */
	readonly outage: {
		readonly date: string;
		readonly hour: number;
		readonly hours: number;
		readonly perHour: number;
	} | null;
	/** False for a false friend, which must not become a signal. */
	readonly isSignal: boolean;
}

const slow = (
	incident: Partial<Incident> &
		Pick<Incident, 'id' | 'sentence' | 'platform' | 'kinds' | 'from' | 'to' | 'factor'>,
): Incident => ({
	step: null,
	benefit: null,
	departements: null,
	rampWeeks: 0,
	outage: null,
	isSignal: true,
	...incident,
});

const outage = (
	id: string,
	sentence: string,
	platform: string,
	week: number,
	at: NonNullable<Incident['outage']>,
	kinds = ['PANNE'],
): Incident =>
	slow({ id, sentence, platform, kinds, step: 'CONNEXION', from: week, to: week + 1, factor: 1, outage: at });

/** dateOn gives the date of a weekday (0 = Monday) of a week of the world. */
const dateOn = (weeks: readonly string[], index: number, weekday: number): string =>
	localDates(weeks[index] ?? weeks[0] ?? '2026-W01')[weekday] ?? '2026-01-05';

/** actualisation finds the last 28th of a month that falls on a working day, at least six weeks before the end. */
const actualisation = (weeks: readonly string[]): { week: number; date: string } => {
	for (let week = weeks.length - 7; week > 0; week -= 1) {
		const date = localDates(weeks[week] ?? '')
			.slice(0, 5)
			.find((day) => day.endsWith('-28'));
		if (date) return { week, date };
	}
	return { week: 0, date: dateOn(weeks, 0, 1) };
};

/**
 * incidentsOf lists what is injected into the world, which is also its truth table. Indices are for 104 weeks; a shorter
 * world keeps its end.
 */
export const incidentsOf = (weeks: readonly string[]): readonly Incident[] => {
	const at = (index: number): number => index - 104 + weeks.length;
	const paid = actualisation(weeks);
	const caf = { platform: 'CAF_MON_COMPTE', kinds: ['NIR_PROVISOIRE'], step: 'CONNEXION' };
	return [
		slow({
			id: 'caf-login',
			sentence: 'La nouvelle connexion à caf.fr refuse les numéros provisoires',
			...caf,
			from: at(84),
			to: at(93),
			factor: 6,
			rampWeeks: 4,
		}),
		slow({
			id: 'caf-login-again',
			sentence: 'Les numéros provisoires sont de nouveau refusés',
			...caf,
			from: at(98),
			to: at(104) + 4,
			factor: 3,
		}),
		slow({
			id: 'apl-reform',
			sentence: 'Réforme des aides au logement : délais et indus incompris',
			platform: 'CAF_MON_COMPTE',
			kinds: ['DELAI_TRAITEMENT', 'INDU_INCOMPRIS'],
			benefit: 'AL',
			from: at(30),
			to: at(44),
			factor: 1.8,
			rampWeeks: 8,
		}),
		slow({
			id: 'prime-online',
			sentence: 'La prime d’activité ne se demande plus qu’en ligne',
			platform: 'CAF_MON_COMPTE',
			kinds: ['CAS_NON_PREVU', 'FORMULAIRE_INCOMPREHENSIBLE'],
			step: 'FORMULAIRE',
			benefit: 'PPA',
			from: at(8),
			to: at(16),
			factor: 4,
		}),
		outage(
			'ants-outage-1',
			'France Titres ne répond plus',
			'ANTS',
			at(101),
			{ date: dateOn(weeks, at(101), 1), hour: 10, hours: 4, perHour: 30 },
			['PANNE', 'TELEPHONE_INJOIGNABLE'],
		),
		outage(
			'ants-outage-2',
			'France Titres ne répond plus',
			'ANTS',
			at(102),
			{ date: dateOn(weeks, at(102), 3), hour: 13, hours: 4, perHour: 30 },
			['PANNE', 'TELEPHONE_INJOIGNABLE'],
		),
		slow({
			id: 'ants-week',
			sentence: 'Une semaine de pannes à France Titres',
			platform: 'ANTS',
			kinds: [],
			from: at(102),
			to: at(103),
			factor: 3,
		}),
		slow({
			id: 'anef-region',
			sentence: 'Plus de rendez-vous dans cinq départements des Hauts-de-France',
			platform: 'ANEF',
			kinds: ['RDV_INDISPONIBLE'],
			departements: ['02', '59', '60', '62', '80'],
			from: at(75),
			to: at(104) + 4,
			factor: 4,
		}),
		outage('france-travail-28', 'L’actualisation s’interrompt le 28', 'FRANCE_TRAVAIL', paid.week, {
			date: paid.date,
			hour: 10,
			hours: 1.5,
			perHour: 40,
		}),
		slow({
			id: 'circular-referral',
			sentence: 'Un service renvoie à un autre, qui renvoie au premier',
			platform: 'DEMARCHE_NUMERIQUE',
			kinds: ['RENVOI_CIRCULAIRE'],
			from: at(86),
			to: at(104) + 4,
			factor: 2,
			rampWeeks: 10,
		}),
		...['FRANCECONNECT', 'AMELI', 'IMPOTS', 'ASSURANCE_RETRAITE'].map((platform) =>
			outage(
				`franceconnect-${platform.toLowerCase()}`,
				'FranceConnect ne répond plus, et quatre sites avec lui',
				platform,
				at(64),
				{ date: dateOn(weeks, at(64), 2), hour: 14, hours: 3, perHour: 14 },
			),
		),
		slow({
			id: 'adoption-jump',
			sentence: 'Une région rejoint Vigie d’un coup',
			platform: '*',
			kinds: [],
			departements: ['22', '29', '35', '56'],
			from: at(50),
			to: at(104) + 4,
			factor: 1.7,
			isSignal: false,
		}),
		slow({
			id: 'press-campaign',
			sentence: 'Une campagne de presse fait déclarer davantage',
			platform: '*',
			kinds: [],
			from: at(66),
			to: at(67),
			factor: 1.5,
			isSignal: false,
		}),
	];
};

/** strengthOf gives how much an incident multiplies in a week: 1 outside its time, growing along its ramp. */
export const strengthOf = (incident: Incident, week: number): number => {
	if (week < incident.from || week >= incident.to) return 1;
	const grown = incident.rampWeeks === 0 ? 1 : Math.min(1, (week - incident.from + 1) / incident.rampWeeks);
	return 1 + (incident.factor - 1) * grown;
};
