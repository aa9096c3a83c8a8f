import { underPadding } from '@vigie/publisher/gate/padding';
import type { Disclosure } from '@vigie/publisher/release/disclose';
import type { Scored } from './releases.js';
import { type AttackResult, resultOf } from './result.js';
import { exactInterval } from './statistics.js';

/** padding sends fake events of one structure into each cell that holds too few, and counts those that become visible. */
export const padding = (releases: readonly Scored[], disclosure: Disclosure): AttackResult => {
	let [visible, trials] = [0, 0];
	for (const { facts } of releases) {
		visible += underPadding({ facts, disclosure }).length;
		trials += [...facts.values()].filter(({ n }) => n < disclosure.mechanism.outsideTop).length;
	}
	const score = trials === 0 ? 0 : visible / trials;
	return resultOf({ score, baseline: 0, interval: exactInterval(visible, trials), trials }, 0, { visible });
};
