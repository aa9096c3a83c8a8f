import { addWeeks } from '@vigie/schemas/calendar';
import type { PrivateSignal } from '@vigie/schemas/signal';
import type { JudgementStore } from '../store/judgement-store.js';
import type { SignalStore } from '../store/signal-store.js';
import { createHistory, type WeeklyHistory } from './history.js';
import { type JudgedWeek, judgeWeek } from './judge-week.js';
import { type CountedWeeks, type WeekReader, weeksBetween } from './read-weeks.js';
import { applyState, type SeriesState } from './series-state.js';
import { slotOfWeek } from './weekly-signal.js';

/** Book is what is known before a week is judged; it goes on from week to week, so that many are judged one after the other. */
export interface Book {
	/** Next week to judge. */
	readonly next: string;
	/** standing gives the signals that were not closed. */
	standing(): readonly PrivateSignal[];
	/** judge judges the next week; null counts: it was not closed. */
	judge(counted: CountedWeeks): JudgedWeek;
}

/** Five years, and half a year for what one structure usually declares. */
const WEEKS_READ = 5 * 52 + 30;

const append = (history: WeeklyHistory, week: string, counted: CountedWeeks): void =>
	history.append(week, counted.get(week) ?? null);

/** createBook begins with what is known already. */
export const createBook = (
	first: string,
	history: WeeklyHistory,
	states: Map<string, SeriesState>,
	before: Map<string, PrivateSignal>,
): Book => {
	let next = first;
	return {
		get next() {
			return next;
		},
		standing: () => [...before.values()].filter(({ transition }) => transition !== 'closed'),
		judge: (counted) => {
			append(history, next, counted);
			next = addWeeks(next, 1);
			const judged = judgeWeek({ history, states, before });
			for (const { look, state } of judged.series) states.set(look.followed.id, state);
			for (const { series, signal } of judged.detected) before.set(series, signal);
			return judged;
		},
	};
};

export interface BookParts {
	readonly weeks: WeekReader;
	readonly judgements: Pick<JudgementStore, 'before'>;
	readonly signals: Pick<SignalStore, 'before'>;
}

/** openBook reads all that is known before a week. */
export const openBook = async ({ weeks, judgements, signals }: BookParts, week: string): Promise<Book> => {
	const closed = (await weeks.closed(addWeeks(week, -WEEKS_READ))).filter((past) => past < week);
	const [counted, states, before] = await Promise.all([
		weeks.read(closed),
		judgements.before(week),
		signals.before('weekly', slotOfWeek(week)),
	]);
	const history = createHistory();
	for (const past of closed[0] === undefined ? [] : weeksBetween(closed[0], addWeeks(week, -1)))
		append(history, past, counted);
	for (const followed of history.series.values()) {
		const state = states.get(followed.id);
		if (state) applyState(followed, state, history.weeks);
	}
	return createBook(week, history, new Map(states), new Map(before));
};
