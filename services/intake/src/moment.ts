import { hourOf, slotOf } from '@vigie/schemas/calendar';
import type { Clock } from '@vigie/schemas/clock';

const DAY_MS = 24 * 60 * 60_000;
const OLDEST_MS = 35 * DAY_MS;
const MINUTE_MS = 60_000;

/** Moment is a reception: its slot, and the hours between which something may have been observed. */
export interface Moment {
	readonly receivedSlot: string;
	/** The first hour that is not too old, inclusive. */
	readonly earliest: string;
	/** The last hour that may pass for a wrong clock, inclusive. */
	readonly latest: string;
}

const momentAt = (at: Date): Moment => ({
	receivedSlot: slotOf(at),
	earliest: hourOf(new Date(at.getTime() - OLDEST_MS)),
	latest: hourOf(new Date(at.getTime() + DAY_MS)),
});

/** momentReader tells the present moment; it changes by the minute, so that a thousand events make one. */
export const momentReader = (clock: Clock): (() => Moment) => {
	let minute = Number.NaN;
	let moment = momentAt(new Date(0));
	return () => {
		const now = clock.now();
		const current = Math.floor(now.getTime() / MINUTE_MS);
		if (current !== minute) {
			minute = current;
			moment = momentAt(now);
		}
		return moment;
	};
};
