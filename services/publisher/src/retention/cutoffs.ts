import { retention } from '@vigie/schemas/retention';

const DAY_MS = 24 * 60 * 60_000;

/** Cutoffs are the instants before which things are too old for what they are. */
export interface Cutoffs {
	readonly now: Date;
	/** Observed before: the day is enough. */
	readonly day: Date;
	/** Observed before: the ISO week is enough. */
	readonly week: Date;
	/** Received before: the event goes. */
	readonly event: Date;
	/** Exact counts by quarter of an hour before: they go. */
	readonly seriesSlot: Date;
}

const monthsBefore = (now: Date, months: number): Date => {
	const at = new Date(now);
	at.setUTCMonth(at.getUTCMonth() - months);
	return at;
};

/** cutoffsAt gives the cutoffs of an instant. */
export const cutoffsAt = (now: Date): Cutoffs => ({
	now,
	day: new Date(now.getTime() - retention.hourDays * DAY_MS),
	week: monthsBefore(now, retention.dayMonths),
	event: monthsBefore(now, retention.eventMonths),
	seriesSlot: monthsBefore(now, retention.seriesSlotMonths),
});
