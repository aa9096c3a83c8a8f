import { weekBounds } from '@vigie/schemas/calendar';
import { FRANCE } from '@vigie/schemas/signal';
import { territoryCode, zoneOf } from '../live/places.js';
import { holidayShareOf, type Place } from '../statistics/outage/holidays.js';
import { type Counted, NOTHING } from './counted.js';
import { keptOf } from './flood.js';
import { nameOf, parentId, type SeriesName } from './series-names.js';

/** Followed is one series, week after week: what the models read (`WeeklySeries`), and what else is known of it. */
export interface Followed extends SeriesName {
	/** What the models learn from: events, those of one structure that floods left out; null before the first ever, in weeks that were not closed, and in weeks of incidents. */
	readonly counts: (number | null)[];
	/** The same, with the weeks of incidents. */
	readonly kept: (number | null)[];
	/** Events of the structure that had most. */
	readonly tops: number[];
	/** Active reporters of its territory, whatever they reported. */
	readonly exposure: readonly (number | null)[];
	readonly holidayShare: readonly number[];
	/** Ranks of the weeks from which its level is another one. */
	readonly breaks: number[];
	/** Rank of the first week that heard of it. */
	readonly first: number;
	/** What the last week froze of it. */
	latest: Omit<Counted, 'node' | 'coordinates'>;
}

/** WeeklyHistory holds closed weeks, oldest first, without a hole: a week that was not closed is there and says nothing. */
export interface WeeklyHistory {
	readonly weeks: readonly string[];
	readonly series: ReadonlyMap<string, Followed>;
	/** Active reporters of each territory (FR, R + région, or a département), week after week. */
	readonly reporters: ReadonlyMap<string, readonly (number | null)[]>;
	/** append adds the next week; null when it was not closed. */
	append(week: string, counted: readonly Counted[] | null): void;
}

const HALF_A_DAY_MS = 12 * 3_600_000;

const mondayOf = (week: string): string =>
	new Date(weekBounds(week).start.getTime() + HALF_A_DAY_MS).toISOString().slice(0, 10);

const territoryOf = ({ node, coordinates: [code = ''] }: Counted): string | null => {
	if (node === 'total') return FRANCE;
	if (node === 'region') return territoryCode(code);
	return node === 'departement' ? code : null;
};

const placeOf = (territory: string): Place => zoneOf(territory.slice(1)).place;

/** createHistory makes an empty history, to which weeks are appended. */
export const createHistory = (): WeeklyHistory => {
	const weeks: string[] = [];
	const series = new Map<string, Followed>();
	const reporters = new Map<string, (number | null)[]>();
	const holidays = new Map<Place, number[]>();
	const closed: boolean[] = [];

	const reportersOf = (territory: string): (number | null)[] => {
		// A territory that was silent so far had nobody in each closed week.
		const known = reporters.get(territory) ?? closed.slice(0, weeks.length).map((was) => (was ? 0 : null));
		reporters.set(territory, known);
		return known;
	};
	const holidaysIn = (place: Place): number[] => {
		const known = holidays.get(place) ?? weeks.map((week) => holidayShareOf(mondayOf(week), place));
		holidays.set(place, known);
		return known;
	};
	const follow = (name: SeriesName): Followed => {
		const { territory } = name.coordinates;
		const before = weeks.length - 1;
		const followed: Followed = {
			...name,
			counts: new Array<null>(before).fill(null),
			kept: new Array<null>(before).fill(null),
			tops: [],
			exposure: reportersOf(territory),
			holidayShare: holidaysIn(placeOf(territory)),
			breaks: [],
			first: before,
			latest: NOTHING,
		};
		series.set(name.id, followed);
		return followed;
	};
	const count = (counted: readonly Counted[]): void => {
		const seen = new Map<string, Counted>();
		for (const one of counted) {
			const territory = territoryOf(one);
			if (territory !== null) reportersOf(territory)[weeks.length - 1] = one.reporters;
			const name = nameOf(one);
			if (!name) continue;
			seen.set(name.id, one);
			if (!series.has(name.id)) follow(name);
		}
		for (const followed of series.values()) {
			followed.latest = seen.get(followed.id) ?? NOTHING;
			const kept = keptOf(followed.latest, followed.tops);
			followed.counts.push(kept);
			followed.kept.push(kept);
			followed.tops.push(followed.latest.top);
		}
	};
	return {
		weeks,
		series,
		reporters,
		append: (week, counted) => {
			reportersOf(FRANCE);
			weeks.push(week);
			closed.push(counted !== null);
			for (const known of reporters.values()) known.push(counted === null ? null : 0);
			for (const [place, shares] of holidays) shares.push(holidayShareOf(mondayOf(week), place));
			if (counted !== null) count(counted);
			else
				for (const followed of series.values()) {
					followed.counts.push(null);
					followed.kept.push(null);
					followed.latest = NOTHING;
				}
		},
	};
};

/** parentOf gives the series that a series is part of. */
export const parentOf = ({ series }: WeeklyHistory, followed: SeriesName): Followed | null =>
	series.get(parentId(followed) ?? '') ?? null;
