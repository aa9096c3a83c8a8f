/** DayTotal is what a platform brought today in France beside what was expected of it. */
export interface DayTotal {
	readonly y: number;
	readonly mu: number;
}

const PRIOR_EVENTS = 50;
const MOST = 2;
/** Days differ by that much for no reason, which the noise of each series knows already. */
const ORDINARY = 1.25;

/**
 * activityWithout tells how much busier than any usual day today is on all platforms but one, between 1 and 2: a press campaign raises all of
 * them, and is no outage. The platform itself is left out, or its own outage would hide it.
 */
export const activityWithout = (platform: string, totals: ReadonlyMap<string, DayTotal>): number => {
	let [y, mu] = [PRIOR_EVENTS, PRIOR_EVENTS];
	for (const [other, total] of totals) {
		if (other === platform) continue;
		y += total.y;
		mu += total.mu;
	}
	return Math.min(MOST, Math.max(1, y / mu / ORDINARY));
};
