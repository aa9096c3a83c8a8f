import { addWeeks, isWeek } from '@vigie/schemas/calendar';

const WEEK_MS = 7 * 86_400_000;

/** WeekNames turns the ranks of a series into weeks or dates, and back. */
export interface WeekNames {
	readonly nameOf: (index: number) => string;
	/** indexOf throws an Error whose message is a sentence when the text is no week of the series. */
	readonly indexOf: (text: string) => number;
}

/** weekNames names the weeks of a series that begins at `start`, an ISO week or a date, and has `length` weeks. */
export const weekNames = (start: string, length: number): WeekNames => {
	const isIso = isWeek(start);
	const nameOf = (index: number): string =>
		isIso
			? addWeeks(start, index)
			: new Date(Date.parse(`${start}T00:00:00Z`) + index * WEEK_MS).toISOString().slice(0, 10);
	const indexOf = (text: string): number => {
		const index = /^\d+$/.test(text)
			? Number(text)
			: Array.from({ length }, (_, at) => nameOf(at)).indexOf(text);
		if (index >= 0 && index < length) return index;
		throw new Error(
			`${text} n’est pas une semaine de la série : de ${nameOf(0)} (0) à ${nameOf(length - 1)} (${length - 1}).`,
		);
	};
	return { nameOf, indexOf };
};
