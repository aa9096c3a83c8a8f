import type { KeyedFacts } from '../release/disclose.js';
import type { Candidate, Finding } from './candidate.js';

// Any odd number would do: each probe is a cell with other events, hence another key.
const STEP = 0x9e37_79b9_7f4a_7c15n;

/** padded gives the facts of a cell to which one structure, new there, adds so many events. */
export const padded = ({ n, kappa, structures, top }: KeyedFacts, events: number): KeyedFacts => ({
	n: n + events,
	kappa: BigInt.asUintN(64, kappa + STEP * BigInt(events)),
	structures: structures + 1,
	top: Math.max(top, events),
});

/**
 * underPadding checks A7: a cell of less than the floor of events is tried with the fake events of one structure, just enough for each
 * tier and far more; none may make it visible.
 */
export const underPadding = ({
	facts,
	disclosure,
}: Pick<Candidate, 'facts' | 'disclosure'>): readonly Finding[] => {
	const { k, kSigned, outsideTop } = disclosure.mechanism;
	const found: Finding[] = [];
	for (const [cell, known] of facts) {
		if (known.n >= outsideTop) continue;
		if ([kSigned - 1, k - 1, 10 * k].some((events) => disclosure.of(padded(known, events)) !== null))
			found.push({ property: 'A7', cell });
	}
	return found;
};
