import type { Counted } from '@vigie/detector/weekly/counted';
import { codesOf, NON_PRECISE, regionOf } from '@vigie/schemas/taxonomy';
import type { Declared } from './declared.js';

const regions = new Map<string, string>(codesOf('departements').map((code) => [code, regionOf(code)]));

type Node = Counted['node'];

/** cellsOf lists the cells of the weekly lattice that an event is in, of those that the detector reads. */
const cellsOf = ({ event, worker }: Declared): readonly (readonly [Node, readonly string[]])[] => {
	const region = regions.get(worker.departement) ?? '';
	return [
		['total', []],
		['platform', [event.platform]],
		['platform-kind', [event.platform, event.failureKind ?? NON_PRECISE]],
		['platform-step', [event.platform, event.step ?? NON_PRECISE]],
		['region', [region]],
		['region-platform', [region, event.platform]],
		['region-platform-kind', [region, event.platform, event.failureKind ?? NON_PRECISE]],
		['departement', [worker.departement]],
	];
};

interface Tally {
	readonly node: Node;
	readonly coordinates: readonly string[];
	n: number;
	readonly reporters: Set<string>;
	readonly structures: Map<string, number>;
	readonly organisations: Set<string>;
	readonly departements: Set<string>;
}

const add = (tally: Tally, { structure, device, departement }: Declared['worker']): void => {
	tally.n += 1;
	tally.reporters.add(device);
	tally.structures.set(structure.id, (tally.structures.get(structure.id) ?? 0) + 1);
	tally.organisations.add(structure.organisation);
	tally.departements.add(departement);
};

/** countWeek counts a week as its closing would: nobody in the demonstration works for a body that owns a platform. */
export const countWeek = (declared: readonly Declared[]): readonly Counted[] => {
	const tallies = new Map<string, Tally>();
	for (const one of declared)
		for (const [node, coordinates] of cellsOf(one)) {
			const key = `${node}/${coordinates.join('/')}`;
			const tally = tallies.get(key) ?? {
				node,
				coordinates,
				n: 0,
				reporters: new Set(),
				structures: new Map(),
				organisations: new Set(),
				departements: new Set(),
			};
			tallies.set(key, tally);
			add(tally, one.worker);
		}
	return [...tallies.values()].map(({ node, coordinates, n, ...sets }) => ({
		node,
		coordinates,
		n,
		reporters: sets.reporters.size,
		structures: sets.structures.size,
		organisations: sets.organisations.size,
		departements: Math.min(2, sets.departements.size),
		top: Math.max(...sets.structures.values()),
	}));
};
