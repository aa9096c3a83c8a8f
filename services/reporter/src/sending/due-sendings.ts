import type { RecordOf } from '@vigie/schemas/registry';
import type { Report } from '@vigie/schemas/reports/report';
import type { FactType } from '@vigie/schemas/reports/report-event';
import { isOpen } from '@vigie/schemas/reports/states';
import { z } from 'zod';

/** Sending is one message to one addressee about one step of a report. Its key is the same at every try, whoever tries. */
export const Sending = z.strictObject({
	key: z.string(),
	report: z.string(),
	/** The step that is told: a version of the report. */
	version: z.int(),
	channel: z.enum(['email', 'webhook']),
	/** Name in the registry; never the address, which is looked up when it goes. */
	recipient: z.string(),
});
export type Sending = z.infer<typeof Sending>;

/** Addressees are the mailboxes and webhooks of all bodies. */
export interface Addressees {
	readonly recipients: readonly RecordOf<'recipient'>[];
	readonly webhooks: readonly RecordOf<'webhook'>[];
}

const isNotice = (type: FactType): boolean =>
	type === 'opened' || type === 'reassigned' || type === 'reopened';

/** noticeOf gives the last step of a report that its body must be told of: opened, reassigned to it, reopened, risen to strong. */
export const noticeOf = (report: Report): number =>
	report.life.findLast(
		({ fact }) => isNotice(fact.type) || (fact.type === 'level_changed' && fact.level === 'strong'),
	)?.version ?? 1;

const keysSent = (report: Report): ReadonlySet<string> =>
	new Set(report.life.flatMap(({ fact }) => (fact.type === 'delivery_recorded' ? [fact.delivery] : [])));

/**
 * dueSendings gives what must still go out, from the reports and the registry alone: a queue that forgets loses nothing. Of several steps
 * that were not told, the last one is enough.
 */
export const dueSendings = (reports: Iterable<Report>, addressees: Addressees): Sending[] => {
	const due: Sending[] = [];
	for (const report of reports) {
		if (!isOpen(report.state)) continue;
		const version = noticeOf(report);
		const sent = keysSent(report);
		const add = (
			channel: Sending['channel'],
			{ id, body, active }: { id: string; body: string; active: boolean },
		) => {
			const key = `${report.id}.${version}.${channel}.${id}`;
			if (active && body === report.body && !sent.has(key))
				due.push({ key, report: report.id, version, channel, recipient: id });
		};
		for (const recipient of addressees.recipients) add('email', recipient);
		for (const webhook of addressees.webhooks) add('webhook', webhook);
	}
	return due;
};
