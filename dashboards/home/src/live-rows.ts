import type { LiveLevel } from '@vigie/schemas/live';
import { FRANCE } from '@vigie/schemas/signal';

/** LiveRow is one platform under perturbation: what is said of it, and the other régions of which the same is true. */
export interface LiveRow {
	readonly main: LiveLevel;
	/** Codes of régions, perturbed as strongly: a weaker level under the sentence of a stronger one would say too much. */
	readonly alsoIn: readonly string[];
}

const RANK = { watch: 0, signal: 1, strong: 2 } as const;
const byStrength = (one: LiveLevel, other: LiveLevel): number =>
	RANK[other.level] - RANK[one.level] ||
	Number(other.territory === FRANCE) - Number(one.territory === FRANCE);

/** rowsOf tells each platform once, the strongest first: of what is as strong, the country's before a région's. */
export const rowsOf = (levels: readonly LiveLevel[]): readonly LiveRow[] => {
	const sorted = levels.toSorted(byStrength);
	return sorted
		.filter(({ platform }, at) => sorted.findIndex((one) => one.platform === platform) === at)
		.map((main) => ({
			main,
			alsoIn: sorted
				.filter(
					(one) =>
						one.platform === main.platform &&
						one.level === main.level &&
						one !== main &&
						one.territory !== FRANCE,
				)
				.map(({ territory }) => territory.slice(1)),
		}));
};
