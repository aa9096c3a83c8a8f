const MINUTE_MS = 60_000;
export const SLOT_MS = 15 * MINUTE_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Quarters of an hour in a week: the bins of a profile. */
export const BINS = 7 * 96;

/** A detector's day begins at 04:00 local, when nobody reports. */
const DAY_BEGINS_MS = 4 * HOUR_MS;

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

const formatOf = (timeZone: string): Intl.DateTimeFormat => {
	const known = formats.get(timeZone);
	if (known) return known;
	const made = new Intl.DateTimeFormat('en-GB', {
		timeZone,
		hourCycle: 'h23',
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
	});
	formats.set(timeZone, made);
	return made;
};

/** offsetMs tells how far a zone's local time is ahead of UTC in the hour that begins at an instant; remembered, for it is asked for every bin. */
const offsetMs = (hourMs: number, timeZone: string): number => {
	const key = `${timeZone}/${hourMs}`;
	const known = offsets.get(key);
	if (known !== undefined) return known;
	if (offsets.size > 20_000) offsets.clear();
	const part = Object.fromEntries(
		formatOf(timeZone)
			.formatToParts(hourMs)
			.map(({ type, value }) => [type, Number(value)]),
	);
	const local = Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute);
	const offset = local - hourMs;
	offsets.set(key, offset);
	return offset;
};

/** LocalSlot says where a quarter of an hour falls in its zone's week. */
export interface LocalSlot {
	/** 0 = Monday 00:00, 671 = Sunday 23:45. */
	readonly bin: number;
	/** Calendar date, as `2026-11-10`. */
	readonly date: string;
	/** Date of the detector's day, which begins at 04:00: Tuesday 03:00 still belongs to Monday. */
	readonly day: string;
	/** 0 = Monday. */
	readonly weekday: number;
}

const dateOf = (localMs: number): string => new Date(localMs).toISOString().slice(0, 10);

/** localSlot places an instant in the week of a time zone. When clocks go back an hour, its four bins come twice; when they go forward, none does. */
export const localSlot = (at: Date, timeZone: string): LocalSlot => {
	const slotMs = Math.floor(at.getTime() / SLOT_MS) * SLOT_MS;
	// Every French zone is a whole number of hours from UTC.
	const localMs = slotMs + offsetMs(Math.floor(slotMs / HOUR_MS) * HOUR_MS, timeZone);
	const weekday = (Math.floor(localMs / DAY_MS) + 3) % 7;
	return {
		bin: weekday * 96 + Math.floor((localMs % DAY_MS) / SLOT_MS),
		date: dateOf(localMs),
		day: dateOf(localMs - DAY_BEGINS_MS),
		weekday,
	};
};
