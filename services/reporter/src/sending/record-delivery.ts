import type { Clock } from '@vigie/schemas/clock';
import type { ReportFact } from '@vigie/schemas/reports/report-event';
import type { ReportBook } from '../log/report-book.js';
import { eventsOf } from '../reports/events-of.js';
import type { Sending } from './due-sendings.js';

/** Ending is how a sending ended, with the code of why it did not arrive. */
export interface Ending {
	readonly outcome: 'delivered' | 'refused' | 'failed';
	readonly reason: string | null;
	readonly attempts: number;
}

/** recordDelivery writes how a sending ended into the life of its report, once; the first that arrived makes the report sent. */
export const recordDelivery = (
	book: ReportBook,
	clock: Clock,
	{ key, report: id, channel, recipient }: Sending,
	{ outcome, reason, attempts }: Ending,
): Promise<void> =>
	book.change(() => {
		const report = book.find(id);
		const isKnown = report?.life.some(
			({ fact }) => fact.type === 'delivery_recorded' && fact.delivery === key,
		);
		if (!report || isKnown) return [];
		const isFirst = outcome === 'delivered' && (report.state === 'opened' || report.state === 'reassigned');
		const sent: ReportFact[] = isFirst ? [{ type: 'sent', channels: [channel] }] : [];
		const facts: ReportFact[] = [
			{ type: 'delivery_recorded', delivery: key, channel, recipient, outcome, reason, attempts },
			...sent,
		];
		return eventsOf(report, facts, { kind: 'reporter' }, clock.now());
	});
