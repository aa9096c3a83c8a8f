import type { RegistryView } from '@vigie/kit/registry-view';
import type { Report } from '@vigie/schemas/reports/report';
import { isOpen } from '@vigie/schemas/reports/states';
import type { SendingStates } from '@vigie/schemas/settings';
import { deliveriesOf } from './life.js';

type State = SendingStates['bodies'][number];

/** addresseesOf counts the mailboxes and webhooks that the reports of a body go to. */
export const addresseesOf = (registry: Pick<RegistryView, 'all'>, body: string): number =>
	[...registry.all('recipient'), ...registry.all('webhook')].filter((one) => one.active && one.body === body)
		.length;

/**
 * sendingStates tells an administrator, of each body that has an open report, whether anybody is told of it: those whom nobody tells first.
 * `waiting` names the body of each message that has not arrived yet.
 */
export const sendingStates = (
	reports: readonly Report[],
	registry: Pick<RegistryView, 'all'>,
	waiting: readonly (string | null)[],
): State[] => {
	const open = reports.filter(({ state }) => isOpen(state));
	const stateOf = (body: string): State => {
		const theirs = open.filter((report) => report.body === body);
		return {
			body,
			open: theirs.length,
			addressees: addresseesOf(registry, body),
			waiting: waiting.filter((one) => one === body).length,
			undelivered: theirs
				.flatMap(({ life }) => deliveriesOf(life))
				.filter(({ outcome }) => outcome !== 'delivered').length,
		};
	};
	const trouble = ({ addressees, undelivered }: State): number =>
		addressees === 0 ? 2 : Math.sign(undelivered);
	return [...new Set(open.map(({ body }) => body))]
		.map(stateOf)
		.sort((left, right) => trouble(right) - trouble(left) || left.body.localeCompare(right.body));
};
