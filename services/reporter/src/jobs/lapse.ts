import type { Report } from '@vigie/schemas/reports/report';
import { transitionTo } from '@vigie/schemas/reports/states';
import type { ReportBook } from '../log/report-book.js';
import { eventsOf } from '../reports/events-of.js';

const QUIET_MS = 8 * 7 * 24 * 60 * 60_000;

/** lapsesAt gives when a report lapses if nothing comes; null in a state that does not lapse. */
const lapsesAt = ({ state, lastObserved, stateSince }: Report): number | null =>
	transitionTo('lapsed')?.from.includes(state)
		? Math.max(Date.parse(lastObserved), Date.parse(stateSince)) + QUIET_MS
		: null;

/** lapseQuiet closes the reports about which nothing was observed, and nothing done, for eight weeks: at the moment when they were over. */
export const lapseQuiet = (book: ReportBook, now: Date): Promise<void> =>
	book.change(() =>
		[...book.all()].flatMap((report) => {
			const at = lapsesAt(report);
			if (at === null || at > now.getTime()) return [];
			return eventsOf(report, [{ type: 'lapsed' }], { kind: 'reporter' }, new Date(at));
		}),
	);
