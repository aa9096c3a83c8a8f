import { mechanism } from '@vigie/publisher/disclosure/mechanism';
import { runGate } from '@vigie/publisher/gate/run-gate';
import { createDisclosure, type Disclosure } from '@vigie/publisher/release/disclose';
import { renderRelease } from '@vigie/publisher/release/render';
import type { FrozenFacts } from '@vigie/publisher/release/withheld';
import { cellOfText } from '@vigie/publisher/vocabulary/cells';
import { nodesOfLevels } from '@vigie/publisher/vocabulary/cube';
import { expect, it } from 'vitest';

const disclosure = createDisclosure(mechanism, Buffer.alloc(32, 9));
const nodes = nodesOfLevels('month').filter(({ id }) => id === 'total' || id === 'platform');
const totals = nodes.filter(({ id }) => id === 'total');
const total = cellOfText('total\t[]');
const caf = cellOfText("platform\t['CAF_MON_COMPTE']");
const ants = cellOfText("platform\t['ANTS']");

const facts = (n: number, changes: Partial<FrozenFacts> = {}): FrozenFacts => ({
	n,
	kappa: BigInt(n) * 7919n,
	structures: 9,
	top: 2,
	withheld: 'none',
	...changes,
});

/** gate passes cells through, disclosed by `gate` and judged by the real one. */
const pass = (
	cells: readonly (readonly [number, FrozenFacts])[],
	lets: Disclosure = disclosure,
	parts: readonly FrozenFacts[] = [],
) => {
	const among = parts.length > 0 ? totals : nodes;
	const known = new Map(cells);
	const { chunks } = renderRelease('2026-M09', among, known, lets);
	return runGate('2026-M09', chunks, {
		nodes: among,
		facts: known,
		disclosure: lets === disclosure ? disclosure : { ...lets, mechanism },
		parts: parts.map((part) => ({ facts: new Map([[total, part]]), parts: [] })),
	});
};

/** careless shows whatever it is given. */
const careless: Disclosure = { mechanism, of: ({ n }) => ({ y: n, readers: 'all' }) };

it('lets a month through whose cells have the floors and leave enough', () => {
	expect(
		pass([
			[total, facts(99)],
			[caf, facts(50)],
			[ants, facts(40)],
			[ants + 1, facts(9, { structures: 4, withheld: 'both' })],
		]),
	).toEqual({ P8: 0, P9: 0, A5: 0, A7: 0 });
});

it('P8 stops a total whose parts that are not shown are empty: hiding would tell a few events from none', () => {
	expect(() =>
		pass([
			[total, facts(90)],
			[caf, facts(50)],
			[ants, facts(40)],
		]),
	).toThrow('P8 total');
});

it('P8 stops a cell under the floors', () => {
	expect(() => pass([[total, facts(30, { structures: 2 })]], careless)).toThrow('P8 total');
	expect(() => pass([[total, facts(30, { top: 26 })]], careless)).toThrow('P8 total');
	expect(() => pass([[total, facts(10)]], careless)).toThrow('P8 total');
});

it('P8 stops a total whose shown parts leave one to four events, and names no count', () => {
	const telling = () =>
		pass([
			[total, facts(93)],
			[caf, facts(50)],
			[ants, facts(40)],
			[ants + 1, facts(3)],
		]);

	expect(telling).toThrow('2026-M09 is not published: 1 of its cells fail the release gate (P8 total)');
});

it('P9 stops a value that its tier may not show', () => {
	const lowered: Disclosure = { mechanism, of: () => ({ y: 12, readers: 'all' }) };

	expect(() => pass([[total, facts(90)]], lowered)).toThrow('P9 total');
});

it('A5 stops a month that leaves one to four events once its shown weeks are taken from it', () => {
	expect(() => pass([[total, facts(83)]], disclosure, [facts(40), facts(40), facts(3)])).toThrow('A5 total');
	expect(
		pass([[total, facts(90)]], disclosure, [
			facts(40),
			facts(40),
			facts(6, { structures: 3 }),
			facts(4, { structures: 2 }),
		]).A5,
	).toBe(0);
});

it('A5 looks behind a hidden month: its shown weeks are known all the same', () => {
	const known = new Map([[total, facts(183)]]);
	const { chunks } = renderRelease('2026-M09', totals, known, disclosure);
	const week = (n: number) => ({ facts: new Map([[total, facts(n)]]), parts: [] });
	const hiddenMonth = {
		facts: new Map([[total, facts(83, { withheld: 'both' })]]),
		parts: [week(40), week(40), week(3)],
	};

	expect(() =>
		runGate('2026-Q3', chunks, { nodes: totals, facts: known, disclosure, parts: [week(100), hiddenMonth] }),
	).toThrow('A5 total');
});

it('A7 stops a release in which one structure could make a small cell visible by itself', () => {
	expect(() =>
		pass(
			[
				[total, facts(90)],
				[caf, facts(2, { withheld: 'both' })],
			],
			careless,
		),
	).toThrow('A7 platform/CAF_MON_COMPTE');
});
