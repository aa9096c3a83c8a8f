import { mechanism } from '@vigie/publisher/disclosure/mechanism';
import { createDisclosure, type Disclosure } from '@vigie/publisher/release/disclose';
import { renderRelease } from '@vigie/publisher/release/render';
import { disclosed, type FrozenFacts, freezeWithheld } from '@vigie/publisher/release/withheld';
import { nodesOfLevels } from '@vigie/publisher/vocabulary/cube';
import { dimensions, positionsOf } from '@vigie/publisher/vocabulary/dimension';
import { regionOf } from '@vigie/schemas/taxonomy';
import fc from 'fast-check';
import { expect, it } from 'vitest';

// P8, P9, P12 and P13 on random weeks, against structures counted here from the events themselves.
interface Fact {
	readonly structure: number;
	readonly codes: Readonly<Record<string, string>>;
}
const disclosure = createDisclosure(mechanism, Buffer.alloc(32, 5));
const nodes = nodesOfLevels('week');
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
const weeks = fc.array(event, { minLength: 5, maxLength: 160 });

const cellOf = (node: (typeof nodes)[number], { codes }: Fact): number =>
	node.dimensions.reduce(
		(sum, name) =>
			sum +
			(node.factors[dimensions.indexOf(name)] ?? 0) *
				Math.max(0, positionsOf(name).indexOf(codes[name] ?? '')),
		node.base,
	);

/** groupsOf gives the events of each cell of each weekly node. */
const groupsOf = (events: readonly Fact[]): Map<number, Fact[]> => {
	const groups = new Map<number, Fact[]>();
	for (const node of nodes)
		for (const one of events) {
			const cell = cellOf(node, one);
			groups.set(cell, [...(groups.get(cell) ?? []), one]);
		}
	return groups;
};

const structuresOf = (events: readonly Fact[]): number[] =>
	[...new Set(events.map(({ structure }) => structure))].sort();
const topOf = (events: readonly Fact[]): number =>
	Math.max(
		0,
		...structuresOf(events).map((one) => events.filter(({ structure }) => structure === one).length),
	);

const freeze = (
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

type Tier = 'signed' | 'all';
const isShown = (facts: FrozenFacts | undefined, tier: Tier, gate = disclosure): boolean => {
	const read = facts ? disclosed(gate, facts) : null;
	return read !== null && (tier === 'signed' || read.readers === 'all');
};

/** expectP8 checks each shown cell from the events, and what it leaves once its shown parts are taken from it. */
const expectP8 = (
	events: readonly Fact[],
	gate = disclosure,
	frozen = freeze(groupsOf(events), gate),
): void => {
	const groups = groupsOf(events);
	for (const tier of ['signed', 'all'] as const)
		for (const [cell, facts] of frozen) {
			if (!isShown(facts, tier, gate)) continue;
			const own = groups.get(cell) ?? [];
			expect(own.length).toBeGreaterThanOrEqual(
				(tier === 'all' ? mechanism.k : mechanism.kSigned) - mechanism.D,
			);
			expect(structuresOf(own).length).toBeGreaterThanOrEqual(3);
			expect(own.length - topOf(own)).toBeGreaterThanOrEqual(5);
			for (const child of finerThan(cell)) expectEnoughLeft(own, child, tier, gate, frozen);
		}
};

/** Nodes whose cells are each inside one cell of the given one's node, found from the events and not from the publisher's kinships. */
const finerThan = (cell: number) => {
	const own = nodes.find(({ base, size }) => cell >= base && cell < base + size);
	const finer = (name: string, among: readonly string[]): boolean =>
		among.includes(name) || (name === 'region' && among.includes('departement'));
	return nodes.filter(
		({ id, dimensions: among }) => own && id !== own.id && own.dimensions.every((name) => finer(name, among)),
	);
};

const expectEnoughLeft = (
	own: readonly Fact[],
	child: (typeof nodes)[number],
	tier: Tier,
	gate: Disclosure,
	frozen: ReadonlyMap<number, FrozenFacts>,
): void => {
	const left = own.filter((one) => !isShown(frozen.get(cellOf(child, one)), tier, gate));
	const shown = new Set(own.filter((one) => !left.includes(one)).map((one) => cellOf(child, one)));
	if (left.length === 0) {
		expect(shown.size).not.toBe(1);
		return;
	}
	expect(left.length).toBeGreaterThanOrEqual(mechanism.residual);
	expect(structuresOf(left).length).toBeGreaterThanOrEqual(3);
};

it('P8: whatever is shown has the floors, and leaves nothing or enough', () => {
	fc.assert(
		fc.property(weeks, (events) => expectP8(events)),
		{ numRuns: 150, seed: 3, endOnFailure: true },
	);
}, 120_000);

it('P8 is seen to fail without the residual rule', () => {
	const without = (events: readonly Fact[]) =>
		new Map(
			[...freeze(groupsOf(events), disclosure)].map(([cell, facts]) => [
				cell,
				{ ...facts, withheld: 'none' as const },
			]),
		);
	expect(() =>
		fc.assert(
			fc.property(weeks, (events) => expectP8(events, disclosure, without(events))),
			{ numRuns: 150, seed: 3, endOnFailure: true },
		),
	).toThrow();
}, 120_000);

it('P9: open data shows a part of what those who signed read, with the same values, each from its own floor', () => {
	fc.assert(
		fc.property(weeks, (events) => {
			const { chunks } = renderRelease('2026-W46', nodes, freeze(groupsOf(events), disclosure), disclosure);
			for (const line of chunks.join('').split('\n').slice(0, -1)) {
				const [, , , y, open, signed] = line.split('\t');
				if (open === 'shown') expect([signed, Number(y) >= mechanism.k]).toEqual(['shown', true]);
				if (signed === 'shown') expect(Number(y)).toBeGreaterThanOrEqual(mechanism.kSigned);
				else expect(y).toBe('\\N');
			}
		}),
		{ numRuns: 8, seed: 5, endOnFailure: true },
	);
}, 120_000);

it('P12: a hidden cell is the same bytes whatever it hides: nothing, 1 event, 9, or 400 of one structure', () => {
	const cell = nodes.find(({ id }) => id === 'departement')?.base ?? 0;
	const render = (facts: Partial<FrozenFacts> | null) =>
		renderRelease(
			'2026-W46',
			nodes,
			new Map(facts ? [[cell, { n: 0, kappa: 5n, structures: 1, top: 0, withheld: 'none', ...facts }]] : []),
			disclosure,
		).hash;
	const empty = render(null);

	for (const facts of [
		{ n: 1, top: 1 },
		{ n: 9, structures: 2, top: 5 },
		{ n: 400, top: 400 },
		{ n: 60, structures: 9, top: 8, withheld: 'both' as const },
	])
		expect(render(facts)).toBe(empty);
	expect(render({ n: 60, structures: 9, top: 8 })).not.toBe(empty);
}, 60_000);

it('P13: what is shown is within 2√V of the truth in 95 % of large cells, and half of them within 7 %', () => {
	const errors = Array.from({ length: 20_000 }, (_, index) => {
		const n = 20 + (index % 60);
		const read = disclosure.of({ n, kappa: BigInt(index) * 7919n, structures: 9, top: 3 });
		return { error: Math.abs((read?.y ?? n) - n), n };
	});
	const within = errors.filter(({ error }) => error <= 2 * Math.sqrt(mechanism.V)).length / errors.length;
	const relative = errors.map(({ error, n }) => error / n).sort((left, right) => left - right);

	expect(within).toBeGreaterThan(0.95);
	expect(relative[relative.length / 2]).toBeLessThan(0.07);
});
