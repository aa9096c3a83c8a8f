import { mount, unmount } from 'svelte';
import type { Declaration } from '../declarations/declaration.js';
import type { KeyValue } from '../key-value.js';
import { readDecisions } from '../proposals/decision-words.js';
import { ownProposals } from '../proposals/own-proposals.js';
import Proposed from '../proposals/Proposed.svelte';
import Became from './Became.svelte';
import { isHere } from './matching.js';
import { readReports } from './public-reports.js';
import Repairs from './Repairs.svelte';

/** mountBecame shows what became of a declaration at a place; returns what takes it away. */
export const mountBecame = async (
	fetching: typeof fetch,
	place: Element,
	declaration: Declaration,
): Promise<() => void> => {
	const reports = await readReports(fetching, Date.now());
	const shown = mount(Became, { target: place, props: { declaration, reports } });
	return () => void unmount(shown);
};

/** mountFollowUp asks, at a place, about the repairs that concern this device, and says what became of the platforms that it proposed. */
export const mountFollowUp = async (
	{ send, storage }: { readonly send: typeof fetch; readonly storage: KeyValue },
	place: Element,
): Promise<() => void> => {
	const own = ownProposals(storage, Date.now());
	const [reports, decisions] = await Promise.all([
		readReports(send, Date.now()),
		own.length > 0 ? readDecisions(send) : null,
	]);
	const repairs = mount(Repairs, { target: place, props: { reports } });
	const proposed = mount(Proposed, { target: place, props: { own, decisions } });
	return () => {
		void unmount(repairs);
		void unmount(proposed);
	};
};

/** readWorkarounds gives the ways around that are published now, by platform, for a département. */
export const readWorkarounds = async (
	fetching: typeof fetch,
	departement: string,
): Promise<ReadonlyMap<string, string>> => {
	const reports = await readReports(fetching, Date.now());
	const here = reports.filter(({ territories }) => isHere(territories, departement));
	return new Map(
		here.flatMap(({ platform, workaround }) =>
			workaround && !workaround.expired ? [[platform, workaround.text] as const] : [],
		),
	);
};
