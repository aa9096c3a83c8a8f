import { createRandom } from '@vigie/demonstration/random';
import { mechanism } from '@vigie/publisher/disclosure/mechanism';
import { solvePTable } from '@vigie/publisher/disclosure/p-table';
import { perturb } from '@vigie/publisher/disclosure/perturb';
import { renderRelease } from '@vigie/publisher/release/render';
import { cellOfText, possibleCells, textOfCell } from '@vigie/publisher/vocabulary/cells';
import { addWeeks, weekBounds } from '@vigie/schemas/calendar';
import { allButOne } from '@vigie/test/attack/a1-all-but-one';
import { nothingOrFew } from '@vigie/test/attack/a2-nothing-or-few';
import { average } from '@vigie/test/attack/a3-averaging';
import { intervals } from '@vigie/test/attack/a4-intervals';
import { differences } from '@vigie/test/attack/a5-differences';
import { polling } from '@vigie/test/attack/a6-polling';
import { padding } from '@vigie/test/attack/a7-padding';
import { collusion, type Reader, readers } from '@vigie/test/attack/a8-collusion';
import { caseLog } from '@vigie/test/attack/a9-case-log';
import { sideChannels } from '@vigie/test/attack/a10-side-channels';
import { liveLevels } from '@vigie/test/attack/a11-live-levels';
import { everything, publishAll } from '@vigie/test/attack/bench-world';
import { madeAgain } from '@vigie/test/attack/late';
import { expect, it, vi } from 'vitest';
import { smallWorld, withoutNoise, withoutStructures } from './world.js';

vi.setConfig({ testTimeout: 240_000 });

// Every attack must be seen to succeed once what stops it is switched off: an attack that never succeeds proves nothing.
const protectedReleases = publishAll(smallWorld);
const bare = publishAll(smallWorld, { disclosure: withoutNoise, residual: false });

it('A1 reads nearly all hidden cells when counts are not perturbed and nothing more is hidden', () => {
	const { score, ok } = allButOne(bare, 1);

	expect(ok).toBe(false);
	// Not all: of some halves, those that were told are too few to tell which way of guessing is best.
	expect(score).toBeGreaterThan(0.95);
});

it('A2 tells a few events from none when the residual rule hides nothing and counts are true', () => {
	const { score, baseline, ok } = nothingOrFew(bare);

	expect(ok).toBe(false);
	expect(score - baseline).toBeGreaterThan(0.05);
});

it('A3 finds a hidden cell by averaging when each reading has a noise of its own, and not when it is the same each time', () => {
	const table = solvePTable(mechanism);
	const random = createRandom('readings');
	const readingsOf = (noise: () => number) =>
		Array.from({ length: 400 }, () => ({ estimate: perturb(table, 12, noise()), terms: 1 }));

	const own = Array.from({ length: 50 }, () => average(readingsOf(() => random.uniform())));
	const same = Array.from({ length: 50 }, () => {
		const key = random.uniform();
		return average(readingsOf(() => key));
	});

	const exact = (estimates: readonly number[]) => estimates.filter((one) => Math.round(one) === 12).length;
	expect(exact(own)).toBeGreaterThan(45);
	expect(exact(same)).toBeLessThan(25);
});

it('A4 closes in on hidden cells when counts are true', async () => {
	const { ok, score } = await intervals(bare.slice(0, 2), 0, { columns: 600, joined: false });

	expect(ok).toBe(false);
	expect(score).toBeGreaterThan(0);
});

it('A5 sees late events when a week is made again with them', () => {
	const late = madeAgain(smallWorld, everything, (week) => weekBounds(addWeeks(week, 4)).end);

	expect(differences(protectedReleases, late, everything.disclosure).more.changed).toBeGreaterThan(0);
});

it('A5 sees one to four events between a month and its weeks when the residual rule is off', () => {
	const caf = cellOfText("platform\t['CAF_MON_COMPTE']");
	const [last = ''] = smallWorld.weeks.slice(-1);
	const few = {
		n: 3,
		kappa: 5n,
		structures: new Map([
			['a', 1],
			['b', 1],
			['c', 1],
		]),
	};
	const quiet = new Map([...(smallWorld.counted.get(last) ?? []), [caf, few]]);
	const world = { ...smallWorld, counted: new Map([...smallWorld.counted, [last, quiet]]) };
	const telling = (residual: boolean) =>
		differences(publishAll(world, { disclosure: everything.disclosure, residual }), [], everything.disclosure)
			.more.telling;

	expect(telling(false)).toBeGreaterThan(0);
	expect(telling(true)).toBe(0);
});

it('A6 sees each arrival when counts are live', () => {
	const received = [...smallWorld.received.values()].flat();
	const [week = ''] = smallWorld.weeks;
	const slots = received.map(({ row }) => Date.parse(row.receivedSlot)).sort((a, b) => a - b);
	const live = (at: Date): string => String(slots.filter((slot) => slot <= at.getTime()).length);

	expect(polling(week, live).ok).toBe(false);
});

it('A7 makes a cell visible by padding when structures are not counted', () => {
	expect(padding(protectedReleases, withoutStructures).ok).toBe(false);
});

it('A8 learns by collusion when each role has a noise of its own', () => {
	const ownNoise: readonly Reader[] = [
		...readers,
		({ shown }) => new Map([...shown.all].map(([cell, y]) => [cell, y + (cell % 3) - 1])),
	];

	expect(collusion(protectedReleases, ownNoise).ok).toBe(false);
});

it('A9 is sure of a person when counts are true', () => {
	const seen = [40, 60, 80].map((n) => ({ n, y: n, ofPlatform: true }));

	expect(caseLog([seen], { ...mechanism, js: 0, V: 0.05 }, 'off').ok).toBe(false);
	expect(caseLog([seen], mechanism, 'on').ok).toBe(true);
});

it('A10 weighs hidden cells when those without events are left out of the text', () => {
	const [release] = protectedReleases;
	if (!release) throw new Error('a world publishes');
	const hidden = release.nodes
		.flatMap((node) => [...possibleCells(node)])
		.filter((cell) => !release.shown.signed.has(cell))
		.slice(0, 5);
	const shapeless = (one: typeof release, facts: typeof release.facts): readonly string[] => [
		renderRelease(one.release, one.nodes, facts, everything.disclosure).hash,
		[...facts.keys()].map(textOfCell).sort().join(),
	];

	expect(sideChannels(release, hidden, shapeless).ok).toBe(false);
});

it('A11 hears a structure report when a level shows from the first one', () => {
	const received = [...smallWorld.received.values()].flat();
	const counts = new Map<string, number>();
	for (const { structure } of received) counts.set(structure, (counts.get(structure) ?? 0) + 1);
	const [busiest] = [...counts].sort((left, right) => right[1] - left[1])[0] ?? [''];
	// A place where nobody else reports.
	const alone = received.filter(({ structure }) => structure === busiest);

	expect(liveLevels(alone, { on: 1, off: 1 }, 0).ok).toBe(false);
	expect(liveLevels(alone).ok).toBe(true);
});
