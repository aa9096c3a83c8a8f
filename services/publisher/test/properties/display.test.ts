import { mechanism } from '@vigie/publisher/disclosure/mechanism';
import type { Disclosure } from '@vigie/publisher/release/disclose';
import { renderRelease } from '@vigie/publisher/release/render';
import { disclosed, type FrozenFacts } from '@vigie/publisher/release/withheld';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
	cellOf,
	disclosure,
	type Fact,
	freeze,
	groupsOf,
	nodes,
	structuresOf,
	topOf,
	weeks,
} from './random-weeks.js';

// P8 and P9 on random weeks, against structures counted here from the events themselves.
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
	// None of these weeks fills every platform, step or département: some part is always hidden, be it empty.
	expect(left.length).toBeGreaterThanOrEqual(mechanism.residual);
	expect(structuresOf(left).length).toBeGreaterThanOrEqual(3);
};

it('P8: whatever is shown has the floors, and leaves enough, for an empty part is hidden like a small one', () => {
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
