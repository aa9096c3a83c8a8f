import type { Report } from '@vigie/schemas/reports/report';
import { isOpen } from '@vigie/schemas/reports/states';
import type { SendingStates } from '@vigie/schemas/settings';
import { type Addressees, noticeOf } from '../sending/due-sendings.js';

type State = SendingStates['bodies'][number];

/** addresseesOf counts the mailboxes and webhooks that the reports of a body can go to. */
export const addresseesOf = ({ recipients, webhooks }: Addressees, body: string): number =>
	[...recipients, ...webhooks].filter((one) => one.active && one.body === body).length;

/** undeliveredOf gives the addressees whom the last notice of a report did not reach: an earlier one that was lost is lost no more. */
const undeliveredOf = (report: Report): string[] => {
	const notice = `${report.id}.${noticeOf(report)}.`;
	return report.life.flatMap(({ fact }) =>
		fact.type === 'delivery_recorded' && fact.outcome !== 'delivered' && fact.delivery.startsWith(notice)
			? [`${fact.channel}.${fact.recipient}`]
			: [],
	);
};

/**
 * sendingStates tells an administrator, of each body that has an open report, whether anybody is told of it: those whom nobody tells first.
 * `addressees` are those whom a message can reach at all; `waiting` names the body of each message that has not arrived yet, `undelivered` counts
 * addressees.
 */
export const sendingStates = (
	reports: readonly Report[],
	told: Addressees,
	waiting: readonly (string | null)[],
): State[] => {
	const open = reports.filter(({ state }) => isOpen(state));
	const stateOf = (body: string): State => {
		const theirs = open.filter((report) => report.body === body);
		return {
			body,
			open: theirs.length,
			addressees: addresseesOf(told, body),
			waiting: waiting.filter((one) => one === body).length,
			undelivered: new Set(theirs.flatMap(undeliveredOf)).size,
		};
	};
	const trouble = ({ addressees, undelivered }: State): number =>
		addressees === 0 ? 2 : Math.sign(undelivered);
	return [...new Set(open.map(({ body }) => body))]
		.map(stateOf)
		.sort((left, right) => trouble(right) - trouble(left) || left.body.localeCompare(right.body));
};
