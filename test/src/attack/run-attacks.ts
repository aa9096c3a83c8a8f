import { mechanism } from '@vigie/publisher/disclosure/mechanism';
import { possibleCells } from '@vigie/publisher/vocabulary/cells';
import { allButOne } from './a1-all-but-one.js';
import { nothingOrFew } from './a2-nothing-or-few.js';
import { averaging } from './a3-averaging.js';
import { type Effort, intervals } from './a4-intervals.js';
import { differences } from './a5-differences.js';
import { polling } from './a6-polling.js';
import { padding } from './a7-padding.js';
import { collusion } from './a8-collusion.js';
import { caseLog, drawnOf } from './a9-case-log.js';
import { sideChannels, surfaceOf } from './a10-side-channels.js';
import { liveLevels } from './a11-live-levels.js';
import { type BenchWorld, everything, publishAll } from './bench-world.js';
import { madeAgain } from './late.js';
import { personsOf } from './persons.js';
import type { Scored } from './releases.js';
import type { AttackId, AttackResult } from './result.js';

/** Extent is how much of each attack is tried. */
export interface Extent {
	readonly intervals: Effort;
	readonly persons: number;
	readonly sideChannels: number;
}

const hiddenCells = ({ nodes, shown }: Scored): readonly number[] =>
	nodes.flatMap((node) => [...possibleCells(node)]).filter((cell) => !shown.signed.has(cell));

/** runAttacks attacks all that a world publishes; `told` hears of each attack as it ends. */
export const runAttacks = async (
	world: BenchWorld,
	extent: Extent,
	told: (id: AttackId, result: AttackResult) => void = () => undefined,
): Promise<Readonly<Record<AttackId, AttackResult>>> => {
	const { disclosure } = everything;
	const releases = publishAll(world);
	const [week] = releases;
	if (!week) throw new RangeError('a world has weeks');
	const tried = drawnOf(hiddenCells(week), extent.sideChannels, world.seed);
	const received = [...world.received.values()].flat();
	const attacks: Readonly<Record<AttackId, () => AttackResult | Promise<AttackResult>>> = {
		A1: () => allButOne(releases),
		A2: () => nothingOrFew(releases),
		A3: () => averaging(releases),
		A4: () => intervals(releases, mechanism.D, extent.intervals),
		A5: () => differences(releases, madeAgain(world, everything), disclosure),
		A6: () => polling(week.release),
		A7: () => padding(releases, disclosure),
		A8: () => collusion(releases),
		A9: () => caseLog(personsOf(world, releases, extent.persons), mechanism, world.seed),
		A10: () => sideChannels(week, tried, surfaceOf(disclosure)),
		A11: () => liveLevels(received),
	};
	const results = new Map<AttackId, AttackResult>();
	const run = async (id: AttackId): Promise<AttackResult> => {
		const result = await attacks[id]();
		results.set(id, result);
		told(id, result);
		return result;
	};
	return {
		A1: await run('A1'),
		A2: await run('A2'),
		A3: await run('A3'),
		A4: await run('A4'),
		A5: await run('A5'),
		A6: await run('A6'),
		A7: await run('A7'),
		A8: await run('A8'),
		A9: await run('A9'),
		A10: await run('A10'),
		A11: await run('A11'),
	};
};
