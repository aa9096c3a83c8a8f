import { addWeeks, weekBounds } from '@vigie/schemas/calendar';
import { FRANCE } from '@vigie/schemas/signal';
import { codesOf } from '@vigie/schemas/taxonomy';
import { SLOT_MS } from '../statistics/outage/local-time.js';
import { type Profile, weightAt } from '../statistics/outage/profile.js';
import { learnProfile, type Placed } from './learn-profile.js';
import { territories, type Zone, zoneOf, zones } from './places.js';
import type { History, SlotSeries } from './read-history.js';
import { type Moment, momentsOf } from './time-table.js';
import { type PastDay, type PastSeries, raisedLately, SLACK, type Usual, usualOf } from './usual.js';
import { watchedKinds } from './watched-kinds.js';

/** Knowledge is what a run expects, learnt once for each closed week. */
export interface Knowledge {
	readonly profile: Profile;
	/** Share of all events that each zone brings: France is the mix of them. */
	readonly shares: readonly { readonly zone: Zone; readonly share: number }[];
	/** Present reporters a week over those of the history: adoption moves every level. */
	readonly growth: number;
	usual(territory: string, platform: string): Usual;
	/** The same of a kind of failure of a platform in France. */
	usualKind(platform: string, kind: string): Usual;
}

const RECENT_WEEKS = 4;

const meanOf = (list: readonly number[]): number =>
	list.reduce((sum, value) => sum + value, 0) / Math.max(1, list.length);

const growthOf = (reporters: readonly number[]): number => {
	const past = meanOf(reporters);
	if (past === 0) return 1;
	return Math.min(3, Math.max(0.5, meanOf(reporters.slice(-RECENT_WEEKS)) / past));
};

const sharesOf = (series: readonly SlotSeries[]): Knowledge['shares'] => {
	const totals = new Map<Zone, number>(zones.map((zone) => [zone, 0]));
	for (const { code: region, counts } of series) {
		const zone = zoneOf(region);
		totals.set(
			zone,
			counts.reduce((sum, n) => sum + n, totals.get(zone) ?? 0),
		);
	}
	const all = [...totals.values()].reduce((sum, n) => sum + n, 0);
	return [...totals].map(([zone, n]) => ({ zone, share: all === 0 ? Number(zone === zones[0]) : n / all }));
};

const daysIn = (moments: readonly Moment[], weights: ArrayLike<number>) => {
	const indexOf = new Map<string, number>();
	const days: { weight: number; squares: number }[] = [];
	const dayAt = moments.map(({ day }, slot) => {
		const index = indexOf.get(day) ?? days.push({ weight: 0, squares: 0 }) - 1;
		indexOf.set(day, index);
		const sums = days[index] ?? { weight: 0, squares: 0 };
		const weight = weights[slot] ?? 0;
		sums.weight += weight;
		sums.squares += weight * weight;
		return index;
	});
	return { days, dayAt };
};

interface Territory {
	readonly weights: ArrayLike<number>;
	readonly days: readonly PastDay[];
	readonly dayAt: readonly number[];
}

const lay = (
	counts: ReadonlyMap<number, number>,
	weekOf: (slot: number) => number,
	weeks: number,
	at: Territory,
): PastSeries => {
	const weekly = new Array<number>(weeks).fill(0);
	const daily = at.days.map(() => ({ y: 0, squares: 0, weighted: 0 }));
	for (const [slot, n] of counts) {
		const week = weekOf(slot);
		if (week >= 0) weekly[week] = (weekly[week] ?? 0) + n;
		const day = daily[at.dayAt[slot] ?? -1];
		if (!day) continue;
		day.y += n;
		day.squares += n * n;
		day.weighted += n * (at.weights[slot] ?? 0);
	}
	return { weekly, daily };
};

/** learn makes of a history what a run expects. Slots are counted from the history's first; weeks that are not closed are no part of it. */
export const learn = (history: History): Knowledge => {
	const [first = ''] = history.weeks;
	const last = history.weeks.at(-1) ?? first;
	const fromMs = weekBounds(first).start.getTime();
	const untilMs = weekBounds(last).end.getTime();
	const weekStarts = history.weeks.map((week) => (weekBounds(week).start.getTime() - fromMs) / SLOT_MS);
	const weekEnds = history.weeks.map(
		(week) => (weekBounds(addWeeks(week, 1)).start.getTime() - fromMs) / SLOT_MS,
	);
	const weekOf = (slot: number): number => {
		const index = weekStarts.findLastIndex((start) => start <= slot);
		return slot < (weekEnds[index] ?? 0) ? index : -1;
	};
	const slotOf = (unixSeconds: number): number => Math.round((unixSeconds * 1_000 - fromMs) / SLOT_MS);

	const moments = new Map(zones.map((zone) => [zone, momentsOf(zone, fromMs, untilMs)]));
	const momentsIn = (region: string): readonly Moment[] => moments.get(zoneOf(region)) ?? [];
	const placed = history.regions.flatMap(({ code: region, slots, counts }) =>
		slots.flatMap((at, index): Placed[] => {
			const moment = momentsIn(region)[slotOf(at)];
			return moment ? [{ moment, n: counts[index] ?? 0 }] : [];
		}),
	);
	const profile = learnProfile(placed, momentsIn(FRANCE), history.weeks.length);
	const shares = sharesOf(history.regions);
	const weightsIn = new Map(
		zones.map((zone) => [
			zone,
			Float64Array.from(moments.get(zone) ?? [], ({ bin, kind }) => weightAt(profile, bin, kind)),
		]),
	);
	const mixed = Float64Array.from(momentsIn(FRANCE), (_, slot) =>
		shares.reduce((sum, { zone, share }) => sum + share * (weightsIn.get(zone)?.[slot] ?? 0), 0),
	);
	const territoryOf = new Map(
		territories.map((territory): [string, Territory] => {
			const weights = territory === FRANCE ? mixed : (weightsIn.get(zoneOf(territory)) ?? mixed);
			return [territory, { weights, ...daysIn(momentsIn(territory), weights) }];
		}),
	);

	const counts = new Map<string, Map<number, number>>();
	const count = (key: string, slot: number, n: number): void => {
		const series = counts.get(key) ?? new Map<number, number>();
		series.set(slot, (series.get(slot) ?? 0) + n);
		counts.set(key, series);
	};
	for (const { platform, code: region, slots, counts: ns } of history.regions)
		for (const [index, at] of slots.entries()) {
			count(`${region}/${platform}`, slotOf(at), ns[index] ?? 0);
			count(`${FRANCE}/${platform}`, slotOf(at), ns[index] ?? 0);
		}
	for (const { platform, code: kind, slots, counts: ns } of history.kinds)
		for (const [index, at] of slots.entries())
			count(`${FRANCE}/${platform}/${kind}`, slotOf(at), ns[index] ?? 0);

	const platforms = codesOf('platforms');
	const familyMean = (territory: string): number => {
		const all = platforms.flatMap((platform) => [
			...(counts.get(`${territory}/${platform}`)?.values() ?? []),
		]);
		return all.reduce((sum, n) => sum + n, 0) / (platforms.length * history.weeks.length);
	};
	const means = new Map(territories.map((territory) => [territory, familyMean(territory)]));
	const growth = growthOf(history.reporters);
	const known = new Map<string, Usual>();
	const remember = (key: string, learnUsual: () => Usual): Usual => {
		const learnt = known.get(key) ?? learnUsual();
		known.set(key, learnt);
		return learnt;
	};
	const pastOf = (key: string, at: Territory): PastSeries =>
		lay(counts.get(key) ?? new Map(), weekOf, history.weeks.length, at);
	const placeOf = (territory: string): Territory => {
		const at = territoryOf.get(territory);
		if (!at) throw new RangeError('not a territory that is watched');
		return at;
	};
	const usual = (territory: string, platform: string): Usual => {
		const key = `${territory}/${platform}`;
		const at = placeOf(territory);
		return remember(key, () => usualOf(pastOf(key, at), at.days, means.get(territory) ?? 0, SLACK.whole));
	};
	return {
		profile,
		shares,
		growth,
		usual,
		usualKind: (platform, kind) => {
			const key = `${FRANCE}/${platform}/${kind}`;
			const at = placeOf(FRANCE);
			return remember(key, () => {
				const past = pastOf(key, at);
				// A kind that was never reported begins at an even part of what its platform brings.
				const mean = usual(FRANCE, platform).perWeek / watchedKinds.length;
				return raisedLately(usualOf(past, at.days, mean, SLACK.kind), past.weekly, growth);
			});
		},
	};
};
