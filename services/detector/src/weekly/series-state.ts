import { z } from 'zod';
import { startDrift } from '../statistics/drift.js';
import { Count, Witnesses } from '../store/witnesses.js';
import type { Followed } from './history.js';

/** PastWeek is a week that was judged: what was counted and expected, and who said so. */
const PastWeek = z.object({
	y: Count,
	mu: z.number(),
	phi: z.number(),
	spread: z.number(),
	witnesses: Witnesses,
});
export type PastWeek = z.infer<typeof PastWeek>;

const Track = z.object({
	ratio: z.number(),
	evidence: z.number(),
	cusum: z.number(),
	onset: z.int(),
	y: z.number(),
	mu: z.number(),
	variance: z.number(),
});

/** SeriesState is what a run leaves to the next of a series: kept as JSON beside each judgement, so that any week can be judged again. */
export const SeriesState = z.object({
	/** The evidence for a lasting rise; its weeks are ordinals (`ordinalOf`). */
	drift: z.object({ weeks: z.int(), tracks: z.array(Track).readonly() }),
	/** The last three weeks, oldest first. */
	last: z.array(PastWeek).max(3).readonly(),
	/** Weeks from which a drift was accepted as the new normal. */
	breaks: z.array(z.string()).readonly(),
	/** Weeks of incidents, from which nothing usual is learnt. */
	incidents: z.array(z.string()).readonly(),
});
export type SeriesState = z.infer<typeof SeriesState>;

/** NO_STATE is where each series begins. */
export const NO_STATE: SeriesState = { drift: startDrift(), last: [], breaks: [], incidents: [] };

/** Outcome is what a week did to what is remembered of a series. */
export interface Outcome {
	/** First week of a lasting change that is the new normal now; else null. */
	readonly acceptedFrom: string | null;
	/** A lasting change is over: it leaves no evidence behind. */
	readonly isOver: boolean;
	readonly isIncident: boolean;
}

/** nextState gives what the next week begins with. */
export const nextState = (
	state: SeriesState,
	week: string,
	{ acceptedFrom, isOver, isIncident }: Outcome,
): SeriesState => {
	if (acceptedFrom !== null)
		return {
			...state,
			drift: startDrift(),
			breaks: [...state.breaks, acceptedFrom],
			incidents: state.incidents.filter((incident) => incident < acceptedFrom),
		};
	return {
		...state,
		drift: isOver ? startDrift() : state.drift,
		incidents: isIncident ? [...state.incidents, week] : state.incidents,
	};
};

/** applyState tells a series' history which weeks are no part of what is usual, and where its level broke. */
export const applyState = (
	followed: Pick<Followed, 'counts' | 'kept' | 'breaks'>,
	{ incidents, breaks }: SeriesState,
	weeks: readonly string[],
): void => {
	const excluded = new Set(incidents);
	for (const [at, week] of weeks.entries())
		followed.counts[at] = excluded.has(week) ? null : (followed.kept[at] ?? null);
	const known = breaks.map((week) => weeks.indexOf(week)).filter((at) => at >= 0);
	followed.breaks.splice(0, followed.breaks.length, ...known);
};
