import { type FieldReport, fieldSentences } from '@vigie/dashboard-ui/field-words';
import { formats } from '@vigie/dashboard-ui/format';
import { parisDateOf } from '@vigie/schemas/calendar';
import { commandStates, ReportCommand } from '@vigie/schemas/reports/command';
import type { ReportAction } from '@vigie/schemas/reports/http';

/** Draft is what has been typed of an answer so far. */
export interface Draft {
	readonly reason: string;
	readonly text: string;
	/** A day, as date fields give it. */
	readonly date: string;
	/** The hour in Paris, for a date of effect. */
	readonly hour: string;
	readonly target: string;
}

const HOUR_MS = 3_600_000;
const parisHour = new Intl.DateTimeFormat('en-GB', {
	timeZone: 'Europe/Paris',
	hour: '2-digit',
	hourCycle: 'h23',
});
const hourIn = (at: Date): number => Number(parisHour.format(at));

/** effectHour gives the UTC hour of a day and an hour in Paris, as the contract wants it; null while the day is not one. */
export const effectHour = (day: string, hour: string): string | null => {
	const asUtc = Date.parse(`${day}T${hour.padStart(2, '0')}:00:00Z`);
	if (Number.isNaN(asUtc)) return null;
	// Paris is one or two hours ahead of UTC.
	const at = [1, 2]
		.map((ahead) => new Date(asUtc - ahead * HOUR_MS))
		.find((candidate) => hourIn(candidate) === Number(hour) && parisDateOf(candidate) === day);
	return at ? `${at.toISOString().slice(0, 13)}:00:00Z` : null;
};

/** emptyDraft begins an answer: the only reason there is is chosen, the effect is now. */
export const emptyDraft = ({ needs }: ReportAction, now: Date): Draft => ({
	reason: needs.reasons[0] ?? '',
	text: '',
	date: needs.date === 'effect' ? parisDateOf(now) : '',
	hour: needs.date === 'effect' ? String(hourIn(now)) : '',
	target: '',
});

const dateOf = ({ needs }: ReportAction, draft: Draft): Readonly<Record<string, string | null>> => {
	switch (needs.date) {
		case null:
			return {};
		case 'commitment':
			return { date: draft.date };
		case 'valid-until':
			return { validUntil: draft.date };
		case 'effect':
			return { effectiveFrom: effectHour(draft.date, draft.hour) };
		default: {
			const never: never = needs.date;
			return never;
		}
	}
};

/** commandOf makes the command of a draft; null while something that it needs is missing. */
export const commandOf = (
	action: ReportAction,
	draft: Draft,
	expectedVersion: number,
): ReportCommand | null => {
	const { needs, command } = action;
	const text = draft.text.trim();
	if (text === '' && (needs.text === 'required' || draft.reason === 'AUTRE')) return null;
	const parsed = ReportCommand.safeParse({
		command,
		expectedVersion,
		...(needs.reasons.length > 0 ? { reason: draft.reason } : {}),
		...(text === '' || needs.text === 'none' ? {} : { text }),
		...dateOf(action, draft),
		...(needs.targets === null ? {} : { target: draft.target }),
	});
	return parsed.success ? parsed.data : null;
};

/** previewOf writes what the field will read once a draft is sent, in the very words that it reads. */
export const previewOf = (action: ReportAction, draft: Draft, field: FieldReport): readonly string[] => {
	const state = commandStates[action.command];
	const text = draft.text.trim();
	const effectiveFrom = action.needs.date === 'effect' ? effectHour(draft.date, draft.hour) : null;
	const isWorkaround = action.needs.date === 'valid-until';
	return fieldSentences({
		...field,
		overdue: false,
		state: state ?? field.state,
		body: action.needs.targets === null ? field.body : draft.target || field.body,
		answer:
			state !== null && action.needs.reasons.length > 0
				? { state, reason: draft.reason, text: text === '' ? null : text }
				: field.answer,
		commitment:
			action.needs.date === 'commitment' && draft.date !== ''
				? { date: draft.date, passed: false }
				: field.commitment,
		workaround:
			isWorkaround && text !== '' && draft.date !== ''
				? { text, validUntil: draft.date, expired: false }
				: field.workaround,
		effectiveFrom: effectiveFrom ?? field.effectiveFrom,
		rightOfReply: state === null && text !== '' ? text : field.rightOfReply,
	});
};

/** earliestDay is the first day that a date may be: a promise and a way around are about the days to come. */
export const earliestDay = (action: ReportAction, now: Date): string | undefined =>
	action.needs.date === 'effect' ? undefined : parisDateOf(now);

/** hours are those of a day, as a list writes them. */
export const hours: readonly { readonly value: string; readonly text: string }[] = Array.from(
	{ length: 24 },
	(_, hour) => ({ value: String(hour), text: formats.time(new Date(Date.UTC(2026, 0, 15, hour - 1))) }),
);
