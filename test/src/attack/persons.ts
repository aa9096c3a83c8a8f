import type { Person, Seen } from './a9-case-log.js';
import { drawnOf } from './a9-case-log.js';
import type { BenchWorld } from './bench-world.js';
import { everything } from './bench-world.js';
import { type Counted, cellsOfEvent, eventsOf } from './count-week.js';
import type { Scored } from './releases.js';

const KEY_BITS = 64;

const without = ({ n, kappa }: Counted, key: bigint) => ({
	n: n - 1,
	kappa: BigInt.asUintN(KEY_BITS, kappa - key),
	// Of structures enough for the cell to show: only its value is in question here.
	structures: 99,
	top: 0,
});

const perturbedOf = (facts: { n: number; kappa: bigint }): number | null =>
	everything.disclosure.of({ ...facts, structures: 99, top: 0 })?.y ?? null;

/** personsOf draws events of a world: for each, the shown cells that count it, as they are and as they would be without it. */
export const personsOf = (
	world: BenchWorld,
	releases: readonly Scored[],
	count: number,
): readonly Person[] => {
	const [week] = world.weeks;
	if (week === undefined) return [];
	const events = drawnOf(eventsOf(world.received, week), count, world.seed);
	const release = releases.find((one) => one.release === week);
	const counted = world.counted.get(week);
	if (!release || !counted) return [];
	return events.map((event) => {
		const [sent, notSent]: [Seen[], Seen[]] = [[], []];
		for (const cell of cellsOfEvent(event)) {
			const y = release.shown.signed.get(cell);
			const known = counted.get(cell);
			if (y === undefined || !known) continue;
			const less = without(known, BigInt(event.first.row.recordKey));
			const other = perturbedOf(less);
			sent.push({ n: known.n, y });
			if (other !== null) notSent.push({ n: less.n, y: other });
		}
		return { sent, notSent };
	});
};
