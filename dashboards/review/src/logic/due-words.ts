import { formats } from '@vigie/dashboard-ui/format';
import { language } from '@vigie/dashboard-ui/language';
import { parisDateOf } from '@vigie/schemas/calendar';
import type { ReportSummary } from '@vigie/schemas/reports/http';
import { reportStates } from '@vigie/schemas/reports/states';
import { dueTexts } from '../texts/due-texts.js';

const DAY_MS = 86_400_000;
const WEEKDAY_WITHIN = 6;

/** dayOf makes a date of a calendar day: its noon in Paris is on that day everywhere that formats are read. */
export const dayOf = (day: string): Date => new Date(`${day}T11:00:00Z`);

const daysBetween = (from: string, to: string): number =>
	Math.round((dayOf(to).getTime() - dayOf(from).getTime()) / DAY_MS);

const weekdayOnly = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
	weekday: 'long',
	timeZone: 'Europe/Paris',
});

/** dayWord says a day as one does when it is near: today, tomorrow, Thursday; else its date. */
export const dayWord = (day: string, now: Date): string => {
	const away = daysBetween(parisDateOf(now), day);
	if (away === 0) return dueTexts.today;
	if (away === 1) return dueTexts.tomorrow;
	return away > 0 && away <= WEEKDAY_WITHIN ? weekdayOnly.format(dayOf(day)) : formats.day(dayOf(day));
};

/** DueWords is the line that says what is awaited; `pressing` when its day is over. */
export interface DueWords {
	readonly text: string;
	readonly pressing: boolean;
}

/** dueWords says of a report what its body owes until when, or else what was promised, or else the state it is in. */
export const dueWords = (
	report: Pick<ReportSummary, 'due' | 'commitment' | 'state'>,
	now: Date,
): DueWords => {
	const { due, commitment, state } = report;
	if (due?.overdue) return { text: dueTexts.late(daysBetween(due.by, parisDateOf(now))), pressing: true };
	if (due) return { text: dueTexts[due.owes](dayWord(due.by, now)), pressing: false };
	if (state === 'committed' && commitment) {
		const day = formats.day(dayOf(commitment.date));
		return commitment.passed
			? { text: dueTexts.promisePassed(day), pressing: true }
			: { text: dueTexts.promised(day), pressing: false };
	}
	return { text: reportStates[state][language], pressing: false };
};
