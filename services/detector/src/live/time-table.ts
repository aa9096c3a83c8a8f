import { type DayKind, dayKindOf } from '../statistics/outage/holidays.js';
import { localSlot, SLOT_MS } from '../statistics/outage/local-time.js';
import type { Zone } from './places.js';

/** Moment is where a quarter of an hour falls in a zone's life. */
export interface Moment {
	readonly bin: number;
	readonly kind: DayKind;
	/** Date of the detector's day, from 04:00 to 04:00. */
	readonly day: string;
	readonly weekday: number;
	readonly date: string;
}

/** momentsOf places each quarter of an hour of [from, until) in a zone; 26 weeks are 17 472 of them. */
export const momentsOf = (zone: Zone, fromMs: number, untilMs: number): readonly Moment[] => {
	const kinds = new Map<string, DayKind>();
	const kindOf = (date: string): DayKind => {
		const known = kinds.get(date) ?? dayKindOf(date, zone.place);
		kinds.set(date, known);
		return known;
	};
	return Array.from({ length: Math.round((untilMs - fromMs) / SLOT_MS) }, (_, index) => {
		const slot = localSlot(new Date(fromMs + index * SLOT_MS), zone.timeZone);
		return { ...slot, kind: kindOf(slot.date) };
	});
};
