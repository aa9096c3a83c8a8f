import { mount, unmount } from 'svelte';
import type { Declaration } from '../declarations/declaration.js';
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

/** mountRepairs asks, at a place, about the repairs that concern this device. */
export const mountRepairs = async (fetching: typeof fetch, place: Element): Promise<() => void> => {
	const reports = await readReports(fetching, Date.now());
	const shown = mount(Repairs, { target: place, props: { reports } });
	return () => void unmount(shown);
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
