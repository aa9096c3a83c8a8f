import type { Release } from './releases.js';
import { type AttackResult, resultOf } from './result.js';
import { exactInterval } from './statistics.js';

/** Reader is one of those who put together what they read: the values of the cells that are shown to it. */
export type Reader = (release: Release) => ReadonlyMap<number, number>;

/** readers are a worker and an institution, who signed the terms of use, and anyone. */
export const readers: readonly Reader[] = [
	({ shown }) => shown.signed,
	({ shown }) => shown.signed,
	({ shown }) => shown.all,
];

/** collusion puts together what several readers read: counts the values that differ, and the cells beyond what the highest tier shows. */
export const collusion = (releases: readonly Release[], who: readonly Reader[] = readers): AttackResult => {
	let [differ, beyond, trials] = [0, 0, 0];
	for (const release of releases) {
		const together = new Map<number, Set<number>>();
		for (const reader of who)
			for (const [cell, y] of reader(release)) {
				const known = together.get(cell);
				if (known) known.add(y);
				else together.set(cell, new Set([y]));
			}
		for (const [cell, values] of together) {
			trials += 1;
			if (values.size > 1) differ += 1;
			if (!release.shown.signed.has(cell)) beyond += 1;
		}
	}
	const found = differ + beyond;
	const score = trials === 0 ? 0 : found / trials;
	return resultOf({ score, baseline: 0, interval: exactInterval(found, trials), trials }, 0, {
		differ,
		beyond,
	});
};
