import { BINS } from '../statistics/outage/local-time.js';
import { type Profile, profileOf } from '../statistics/outage/profile.js';
import type { Moment } from './time-table.js';

/** Placed is one count beside the moment at which it was received, local time. */
export interface Placed {
	readonly moment: Moment;
	readonly n: number;
}

const add = (list: number[], index: number, n: number): void => {
	list[index] = (list[index] ?? 0) + n;
};

/**
 * learnProfile learns when in the week people declare, over all platforms and régions together, each in its own time. `mainland` are the
 * moments of the history in the mainland's zone: they say how many holidays and bridge days it held.
 */
export const learnProfile = (
	placed: Iterable<Placed>,
	mainland: readonly Moment[],
	weeks: number,
): Profile => {
	const ordinary = new Array<number>(BINS).fill(0);
	let [holidayEvents, bridgeEvents] = [0, 0];
	for (const { moment, n } of placed) {
		if (moment.kind === 'ordinary') add(ordinary, moment.bin, n);
		else if (moment.kind === 'holiday') holidayEvents += n;
		else bridgeEvents += n;
	}
	const days = new Map(mainland.map((moment) => [moment.date, moment]));
	const ofKind = (kind: Moment['kind']): Moment[] => [...days.values()].filter((day) => day.kind === kind);
	const bridges = ofKind('bridge');
	return profileOf({
		ordinary,
		holiday: { events: holidayEvents, days: ofKind('holiday').length },
		bridge: {
			events: bridgeEvents,
			daysByWeekday: [0, 1, 2, 3, 4, 5, 6].map(
				(weekday) => bridges.filter((day) => day.weekday === weekday).length,
			),
		},
		weeks,
	});
};
