import type { Clock } from '@vigie/schemas/clock';
import type { Report } from '@vigie/schemas/reports/report';
import { transitionTo } from '@vigie/schemas/reports/states';
import type { ReportBook } from '../log/report-book.js';
import { eventsOf } from '../reports/events-of.js';

const QUIET_MS = 8 * 7 * 24 * 60 * 60_000;

const lapses = ({ state, lastObserved, stateSince }: Report, now: Date): boolean =>
	(transitionTo('lapsed')?.from.includes(state) ?? false) &&
	now.getTime() - Math.max(Date.parse(lastObserved), Date.parse(stateSince)) >= QUIET_MS;

/** lapseQuiet closes the reports about which nothing was observed, and nothing done, for eight weeks. */
export const lapseQuiet = async (book: ReportBook, clock: Clock): Promise<void> => {
	await book.change(() => {
		const now = clock.now();
		return [...book.all()]
			.filter((report) => lapses(report, now))
			.flatMap((report) => eventsOf(report, [{ type: 'lapsed' }], { kind: 'reporter' }, now));
	});
};
