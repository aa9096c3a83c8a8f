import { applyEvent, type Report } from '@vigie/schemas/reports/report';
import type { ReportEvent } from '@vigie/schemas/reports/report-event';
import type { ReportBook } from '../log/report-book.js';
import { eventsOf } from '../reports/events-of.js';
import { nextAnswer } from './next-answer.js';

const answersUntil = (report: Report, until: Date, seed: string): readonly ReportEvent[] => {
	const events: ReportEvent[] = [];
	let present = report;
	for (;;) {
		const answer = nextAnswer(present, seed);
		if (answer === null || answer.at > until) return events;
		const [event] = eventsOf(
			present,
			[answer.fact],
			{ kind: 'body', body: present.body, account: null },
			answer.at,
		);
		if (!event) return events;
		events.push(event);
		present = applyEvent(present, event);
	}
};

/** letBodiesAnswer writes what the bodies of a demonstration have done up to an instant, each at its own time: a report of last spring has a life. */
export const letBodiesAnswer = (book: ReportBook, until: Date, seed: string): Promise<void> =>
	book.change(() => [...book.all()].flatMap((report) => answersUntil(report, until, seed)));
