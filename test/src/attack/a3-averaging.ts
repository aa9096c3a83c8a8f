import { shapesOf, truthOf } from './families.js';
import { guess, type Target } from './guess.js';
import type { Scored, Tier } from './releases.js';
import { type AttackResult, resultOf } from './result.js';
import { exactInterval } from './statistics.js';

const BOUND = 0.05;

/** Route is an estimate of a hidden cell: a shown total less its shown parts; its noise grows with the number of parts. */
interface Route {
	readonly estimate: number;
	readonly terms: number;
}

/** routesTo lists, for each hidden cell of a release, the estimates that its tables give: one a table that contains it. */
export const routesTo = (release: Scored, tier: Tier): ReadonlyMap<number, readonly Route[]> => {
	const values = release.shown[tier];
	const routes = new Map<number, Route[]>();
	for (const { children } of shapesOf(release.nodes))
		for (const [parent, cells] of children) {
			const y = values.get(parent);
			if (y === undefined) continue;
			const hidden = cells.filter((cell) => !values.has(cell));
			const shown = cells.length - hidden.length;
			const rest = cells.reduce((left, cell) => left - (values.get(cell) ?? 0), y);
			// Several hidden parts share what is left: the attacker gives each as much.
			for (const cell of hidden)
				routes.set(cell, [
					...(routes.get(cell) ?? []),
					{ estimate: rest / hidden.length, terms: (shown + 1) / hidden.length ** 2 + hidden.length - 1 },
				]);
		}
	return routes;
};

/** average weighs estimates by their precision. */
export const average = (routes: readonly Route[]): number => {
	const weight = routes.reduce((sum, { terms }) => sum + 1 / terms, 0);
	return routes.reduce((sum, { estimate, terms }) => sum + estimate / terms, 0) / weight;
};

const targetsOf = (release: Scored, tier: Tier): Target[] =>
	[...routesTo(release, tier)].map(([cell, routes]) => {
		const estimate = Math.max(0, average(routes));
		const node = release.nodes.findLast(({ base }) => base <= cell);
		return {
			secret: `${release.release} ${cell}`,
			truth: truthOf(release, cell),
			priors: [`${release.level} ${node?.id}`, `${release.level} ${cell}`],
			clues: [estimate < 1 ? estimate.toFixed(1) : String(Math.min(40, Math.round(estimate)))],
			direct: [Math.round(estimate)],
		};
	});

/** averaging combines all tables that contain a hidden cell, and guesses it; then, it says which cells hold exactly one event. */
export const averaging = (releases: readonly Scored[]): AttackResult => {
	const targets = releases.flatMap((release) => targetsOf(release, 'signed'));
	const recovery = guess(targets, 'A3');
	const claimed = targets.filter(({ direct }) => direct[0] === 1);
	const ones = claimed.filter(({ truth }) => truth === 1).length;
	// Without tables, the best the attacker can claim is the table where single events are most frequent.
	const baseline = shareOfOnes(targets, claimed);
	const precision = claimed.length === 0 ? 0 : ones / claimed.length;
	const [low, high] = exactInterval(ones, claimed.length);
	const judged = resultOf(recovery, BOUND, {
		exactlyOne: precision,
		exactlyOneBaseline: baseline,
		exactlyOneLow: low,
		exactlyOneHigh: high,
		exactlyOneClaims: claimed.length,
	});
	return { ...judged, ok: judged.ok && precision - baseline <= BOUND };
};

/** shareOfOnes is how often cells of the same tables as those claimed hold one event. */
const shareOfOnes = (targets: readonly Target[], claimed: readonly Target[]): number => {
	const shares = new Map<string, number>();
	for (const {
		priors: [prior],
	} of claimed) {
		if (shares.has(prior)) continue;
		const same = targets.filter((target) => target.priors[0] === prior);
		shares.set(prior, same.filter(({ truth }) => truth === 1).length / same.length);
	}
	const sum = claimed.reduce((total, { priors }) => total + (shares.get(priors[0]) ?? 0), 0);
	return claimed.length === 0 ? 0 : sum / claimed.length;
};
