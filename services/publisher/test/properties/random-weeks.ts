import { mechanism } from '@vigie/publisher/disclosure/mechanism';
import { createDisclosure, type Disclosure } from '@vigie/publisher/release/disclose';
import { type FrozenFacts, freezeWithheld } from '@vigie/publisher/release/withheld';
import { nodesOfLevels } from '@vigie/publisher/vocabulary/cube';
import { dimensions, positionsOf } from '@vigie/publisher/vocabulary/dimension';
import { regionOf } from '@vigie/schemas/taxonomy';
import fc from 'fast-check';

/** Fact is an event of a random week: who sent it, and its codes. */
export interface Fact {
	readonly structure: number;
	readonly codes: Readonly<Record<string, string>>;
}
/** disclosure is the gate, under a key of the tests. */
export const disclosure = createDisclosure(mechanism, Buffer.alloc(32, 5));
/** nodes are those of a week. */
export const nodes = nodesOfLevels('week');
const departements = ['69', '01', '75', '2A'] as const;

const event: fc.Arbitrary<Fact> = fc
	.record({
		structure: fc.nat(6),
		platform: fc.constantFrom('CAF_MON_COMPTE', 'AMELI', 'ANTS'),
		failureKind: fc.constantFrom('PANNE', 'NON_PRECISE'),
		step: fc.constantFrom('CONNEXION', 'ENVOI', 'SUIVI', 'NON_PRECISE'),
		benefit: fc.constantFrom('RSA', 'NON_PRECISE'),
		departement: fc.constantFrom(...departements),
	})
	.map(({ structure, departement, ...codes }) => ({
		structure,
		codes: { ...codes, departement, region: regionOf(departement), roleFamily: 'SOCIAL' },
	}));
/** weeks makes random weeks of a few events on a few codes. */
export const weeks = fc.array(event, { minLength: 5, maxLength: 160 });

/** cellOf gives the cell of an event in a node. */
export const cellOf = (node: (typeof nodes)[number], { codes }: Fact): number =>
	node.dimensions.reduce(
		(sum, name) =>
			sum +
			(node.factors[dimensions.indexOf(name)] ?? 0) *
				Math.max(0, positionsOf(name).indexOf(codes[name] ?? '')),
		node.base,
	);

/** groupsOf gives the events of each cell of each weekly node. */
export const groupsOf = (events: readonly Fact[]): Map<number, Fact[]> => {
	const groups = new Map<number, Fact[]>();
	for (const node of nodes)
		for (const one of events) {
			const cell = cellOf(node, one);
			groups.set(cell, [...(groups.get(cell) ?? []), one]);
		}
	return groups;
};

/** structuresOf lists the distinct structures of events. */
export const structuresOf = (events: readonly Fact[]): number[] =>
	[...new Set(events.map(({ structure }) => structure))].sort();
/** topOf counts the events of the structure that has most. */
export const topOf = (events: readonly Fact[]): number =>
	Math.max(
		0,
		...structuresOf(events).map((one) => events.filter(({ structure }) => structure === one).length),
	);

/** freeze decides what a week withholds, as its closing does. */
export const freeze = (
	groups: ReadonlyMap<number, readonly Fact[]>,
	gate: Disclosure,
): ReadonlyMap<number, FrozenFacts> =>
	freezeWithheld(
		nodes,
		new Map(
			[...groups].map(([cell, events]) => {
				const structures = structuresOf(events);
				return [
					cell,
					{
						n: events.length,
						kappa: BigInt(cell) * 977n + BigInt(events.length),
						structures: structures.length,
						top: topOf(events),
						sample: [structures[0] ?? 0, structures.at(-1) ?? 0],
					},
				];
			}),
		),
		gate,
	);
