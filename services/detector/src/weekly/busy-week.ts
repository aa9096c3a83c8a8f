import { FRANCE } from '@vigie/schemas/signal';

/** Brought is what a series brought in a week beside what was expected of it. */
export interface Brought {
	readonly platform: string;
	readonly territory: string;
	readonly y: number;
	readonly mu: number;
}

const PRIOR_EVENTS = 50;
const MOST = 2;

/**
 * busyWeek tells how much busier than expected the week was in a territory on all platforms but one, between 1 and 2: a press campaign, or many
 * who join at once, raises all of them, and is no incident of any. The platform itself is left out, or its own would hide it.
 */
export const busyWeek = (
	platforms: readonly Brought[],
): ((territory: string, platform: string) => number) => {
	const sums = new Map<string, { y: number; mu: number }>();
	const own = new Map<string, Brought>();
	for (const brought of platforms) {
		const { territory, platform, y, mu } = brought;
		const sum = sums.get(territory) ?? { y: PRIOR_EVENTS, mu: PRIOR_EVENTS };
		sum.y += y;
		sum.mu += mu;
		sums.set(territory, sum);
		own.set(`${territory}/${platform}`, brought);
	}
	const in_ = (territory: string, platform: string): number => {
		const { y, mu } = sums.get(territory) ?? { y: PRIOR_EVENTS, mu: PRIOR_EVENTS };
		const mine = own.get(`${territory}/${platform}`);
		const others = (y - (mine?.y ?? 0)) / (mu - (mine?.mu ?? 0));
		return Math.min(MOST, Math.max(1, others));
	};
	return (territory, platform) =>
		Math.max(in_(territory, platform), territory === FRANCE ? 1 : in_(FRANCE, platform));
};
