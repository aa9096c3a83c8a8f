import { type Delays, dueOf } from '@vigie/schemas/reports/deadlines';
import type { Report } from '@vigie/schemas/reports/report';
import type { FactType } from '@vigie/schemas/reports/report-event';
import type { SignalLevel, StructureBand } from '@vigie/schemas/signal';
import { lists } from '@vigie/schemas/taxonomy/lists';

const labelOf = (list: readonly { readonly code: string; readonly fr: string }[], code: string): string =>
	list.find((entry) => entry.code === code)?.fr ?? code;

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** bodyName gives the name of a body. */
export const bodyName = (body: string): string => labelOf(lists.bodies, body);

/** levelWords are the words of a level. */
export const levelWords: Readonly<Record<SignalLevel, string>> = {
	usual: 'revenu à l’habituel',
	watch: 'à surveiller',
	signal: 'signal',
	strong: 'signal fort',
};

/** bandWords says a band of structures; never a number finer than that. */
export const bandWords: Readonly<Record<StructureBand, string>> = {
	'3-5': 'de 3 à 5 structures',
	'6-9': 'de 6 à 9 structures',
	'10-19': 'de 10 à 19 structures',
	'20-49': 'de 20 à 49 structures',
	'50+': '50 structures ou plus',
};

/** failureSentence says in one line what a report is about. */
export const failureSentence = ({ platform, step, failureKind }: Report): string => {
	const what =
		failureKind === null ? 'perturbation signalée' : lower(labelOf(lists.failureKinds, failureKind));
	const where = step === null ? '' : `, étape « ${labelOf(lists.steps, step)} »`;
	return `${labelOf(lists.platforms, platform)} : ${what}${where}`;
};

/** territoryWords names the territories of a report. */
export const territoryWords = (territories: readonly string[]): string =>
	territories
		.map((code) => {
			if (code === 'FR') return 'France entière';
			return code.startsWith('R') ? labelOf(lists.regions, code.slice(1)) : labelOf(lists.departements, code);
		})
		.join(', ');

const long = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', dateStyle: 'long' });

/** dayWords writes an instant or a date as a day in Paris: 12 novembre 2026. */
export const dayWords = (instant: string): string =>
	long.format(new Date(instant.length === 10 ? `${instant}T12:00:00Z` : instant));

/** dueWords says what is owed until when; empty when nothing is. */
export const dueWords = (report: Report, now: Date, delays: Delays): string => {
	const due = dueOf(report, now, delays);
	if (due === null) return '';
	const act = due.owes === 'acknowledge' ? 'Accuser réception' : 'Répondre';
	return `${act} avant la fin du ${dayWords(due.by)}${due.overdue ? ' (délai dépassé)' : ''}.`;
};

/** noticeWords says why a body is written to, by the step that it is told of. */
export const noticeWords = (type: FactType): string => {
	if (type === 'reopened') return 'La panne est revenue : signalement rouvert';
	if (type === 'reassigned') return 'Signalement qui vous est réattribué';
	return type === 'level_changed' ? 'Devenu un signal fort' : 'Nouveau signalement';
};
