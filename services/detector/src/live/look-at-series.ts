import { officeHours } from '@vigie/kit/office-hours';
import { assessOutage } from '../statistics/outage/assessment.js';
import type { Noise } from '../statistics/outage/baseline.js';
import { SLOT_MS } from '../statistics/outage/local-time.js';
import type { Sight } from '../statistics/outage/status.js';
import { witnessesSince } from './count-reports.js';
import type { Report } from './read-day.js';
import type { Today } from './today.js';

/** Look is all that a run reads of a series, and what it makes of it: enough to compute it again. Its quiet minutes are since the last quarter of an hour that held more than usual. */
export interface Look extends Omit<Sight, 'rarity'> {
	/** Distinct reporters by quarter of an hour since 04:00 local, and what was expected. */
	readonly y: readonly number[];
	readonly mu: readonly number[];
	readonly noise: Noise;
}

const HOUR_MS = 60 * 60_000;
const MINUTE_MS = 60_000;
/** Standard deviations above which a quarter of an hour holds new reports: a busy platform is never without any. */
const UNUSUAL = 2;

const countBySlot = (reports: readonly Report[], { startMs, weights }: Today): number[] => {
	const counts = weights.map(() => 0);
	for (const { atMs } of reports) {
		const slot = Math.floor((atMs - startMs) / SLOT_MS);
		if (slot >= 0 && slot < counts.length) counts[slot] = (counts[slot] ?? 0) + 1;
	}
	return counts;
};

const quietSince = (y: readonly number[], mu: readonly number[], phi: number, startMs: number): number => {
	const last = y.findLastIndex((n, slot) => {
		const mean = mu[slot] ?? 0;
		return n > 0 && n > mean + UNUSUAL * Math.sqrt(phi * mean);
	});
	return startMs + (last + 1) * SLOT_MS;
};

/** WINDOW_HOURS is the longest window that a count is weighed over. */
const WINDOW_HOURS = 3;

const sumOf = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0);

/** isOneVoice tells whether one structure makes half or more of what is too many: ordinary reports of others would let its flood pass the gate. */
const isOneVoice = (reports: readonly Report[], y: readonly number[], mu: readonly number[]): boolean => {
	const slots = (WINDOW_HOURS * HOUR_MS) / SLOT_MS;
	const excess = sumOf(y.slice(-slots)) - sumOf(mu.slice(-slots));
	const said = new Map<string, number>();
	for (const { structure } of reports) said.set(structure, (said.get(structure) ?? 0) + 1);
	return 2 * Math.max(0, ...said.values()) >= excess;
};

export interface SeriesToday {
	/** First reports of the series, in order of time; from before 04:00 too. */
	readonly reports: readonly Report[];
	readonly today: Today;
	/** Expected events a week, as things are today. */
	readonly perWeek: number;
	readonly noise: Noise;
}

/** lookAtSeries counts a series' day and weighs it. */
export const lookAtSeries = ({ reports, today, perWeek, noise }: SeriesToday): Look => {
	const untilMs = today.startMs + today.weights.length * SLOT_MS;
	const y = countBySlot(reports, today);
	const mu = today.weights.map((weight) => perWeek * weight);
	const fromMs = Math.max(today.startMs, untilMs - WINDOW_HOURS * HOUR_MS);
	const latest = reports.filter(({ atMs }) => atMs >= fromMs);
	const quietMs = officeHours(quietSince(y, mu, noise.phi, today.startMs), untilMs);
	return {
		y,
		mu,
		noise,
		witnesses: witnessesSince(reports, untilMs - WINDOW_HOURS * HOUR_MS),
		isOneVoice: isOneVoice(latest, y, mu),
		witnessesLastHour: witnessesSince(reports, untilMs - HOUR_MS),
		quietMinutes: Math.floor(quietMs / MINUTE_MS),
		assessment: assessOutage({ y, mu }, noise),
	};
};
