import { possibleCells } from '@vigie/publisher/vocabulary/cells';
import { allButOne } from './a1-all-but-one.js';
import { nothingOrFew } from './a2-nothing-or-few.js';
import { averaging } from './a3-averaging.js';
import { intervals } from './a4-intervals.js';
import { differences } from './a5-differences.js';
import { polling } from './a6-polling.js';
import { padding } from './a7-padding.js';
import { collusion } from './a8-collusion.js';
import { drawnOf } from './a9-case-log.js';
import { sideChannels, surfaceOf } from './a10-side-channels.js';
import type { Published } from './published.js';
import type { AttackId, AttackResult } from './result.js';
import type { Extent } from './run-attacks.js';

/** notTried says which attacks need what a closing destroys, so that they are tried on the demonstration only. */
export const notTried = {
	A9: 'needs to know which event is whose: drawn on the demonstration only',
	A11: 'needs the structure of each event, whose token is cleared at the closing',
} as const satisfies Partial<Record<AttackId, string>>;

type TriedId = Exclude<AttackId, keyof typeof notTried>;

/** attackPublished attacks what a deployment has published; `told` hears of each attack as it ends. */
export const attackPublished = async (
	{ releases, disclosure }: Published,
	{ intervals: effort, sideChannels: most }: Pick<Extent, 'intervals' | 'sideChannels'>,
	seed: string,
	told: (id: AttackId, result: AttackResult) => void = () => undefined,
): Promise<Readonly<Record<TriedId, AttackResult>>> => {
	const [first] = releases;
	const week = releases.find(({ level }) => level === 'week') ?? first;
	if (!week) throw new RangeError('a deployment has releases');
	const hidden = week.nodes
		.flatMap((node) => [...possibleCells(node)])
		.filter((cell) => !week.shown.signed.has(cell));
	const tell = (id: TriedId, result: AttackResult): AttackResult => {
		told(id, result);
		return result;
	};
	return {
		A1: tell('A1', allButOne(releases)),
		A2: tell('A2', nothingOrFew(releases)),
		A3: tell('A3', averaging(releases)),
		A4: tell('A4', await intervals(releases, disclosure.mechanism.D, effort)),
		// That late events change nothing is known already: each release is to the byte what it was.
		A5: tell('A5', differences(releases, [], disclosure)),
		A6: tell('A6', polling(week.release)),
		A7: tell('A7', padding(releases, disclosure)),
		A8: tell('A8', collusion(releases)),
		A10: tell('A10', sideChannels(week, drawnOf(hidden, most, seed), surfaceOf(disclosure))),
	};
};
