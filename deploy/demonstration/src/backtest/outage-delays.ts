import { judgeDay } from '@vigie/detector/live/judge-day';
import { type Knowledge, learn } from '@vigie/detector/live/learn';
import type { Report } from '@vigie/detector/live/read-day';
import type { SlotSeries } from '@vigie/detector/live/read-history';
import { BASELINE_WEEKS } from '@vigie/detector/statistics/outage/baseline';
import { SLOT_MS } from '@vigie/detector/statistics/outage/local-time';
import { slotOf, weekBounds } from '@vigie/schemas/calendar';
import { FRANCE, type PrivateSignal, type SignalLevel } from '@vigie/schemas/signal';
import { codesOf, NON_PRECISE, regionOf } from '@vigie/schemas/taxonomy';
import type { Incident } from '../incidents.js';
import { createMoments } from '../time-of-week.js';
import type { Declared } from './declared.js';

const regions = new Map<string, string>(codesOf('departements').map((code) => [code, regionOf(code)]));

/** DeclaredWeek is a week of a world, each of its events once. */
export interface DeclaredWeek {
	readonly week: string;
	readonly declared: readonly Declared[];
}

/** OutageDelay is how long a live outage took to be told in France, in minutes from its beginning to the end of the quarter of an hour that told it. */
export interface OutageDelay {
	readonly incident: string;
	readonly watchMinutes: number | null;
	readonly signalMinutes: number | null;
}

/** countSlots counts by quarter of an hour what `codeOf` gives a code, beside its platform. */
const countSlots = (
	weeks: readonly DeclaredWeek[],
	codeOf: (declared: Declared) => string | null,
): readonly SlotSeries[] => {
	const series = new Map<string, Map<number, number>>();
	for (const { declared } of weeks)
		for (const one of declared) {
			const code = codeOf(one);
			if (code === null) continue;
			const key = `${code}/${one.event.platform}`;
			const slots = series.get(key) ?? new Map<number, number>();
			slots.set(one.slotMs / 1_000, (slots.get(one.slotMs / 1_000) ?? 0) + 1);
			series.set(key, slots);
		}
	return [...series].map(([key, slots]) => {
		const [code = '', platform = ''] = key.split('/');
		return { code, platform, slots: [...slots.keys()], counts: [...slots.values()] };
	});
};

const knowledgeBefore = (weeks: readonly DeclaredWeek[]): Knowledge =>
	learn({
		weeks: weeks.map(({ week }) => week),
		regions: countSlots(weeks, ({ worker }) => regions.get(worker.departement) ?? ''),
		kinds: countSlots(weeks, ({ event }) => event.failureKind ?? null),
		reporters: weeks.map(({ declared }) => new Set(declared.map(({ worker }) => worker.device)).size),
	});

const reportOf = ({ event, worker, slotMs }: Declared): Report => ({
	atMs: slotMs,
	platform: event.platform,
	failureKind: event.failureKind ?? NON_PRECISE,
	departement: worker.departement,
	region: regions.get(worker.departement) ?? null,
	reporter: worker.device,
	structure: worker.structure.id,
	organisation: worker.structure.organisation,
	isOwn: false,
});

const reached = (level: SignalLevel | undefined, ...levels: readonly SignalLevel[]): boolean =>
	level !== undefined && levels.includes(level);

const WATCHED_HOURS = 6;

/** outageDelay replays the quarters of an hour around an outage of a world, from the morning on, as the service judges them. */
export const outageDelay = (
	incident: Incident,
	outage: NonNullable<Incident['outage']>,
	weeks: readonly DeclaredWeek[],
): OutageDelay => {
	const now = weeks[incident.from];
	const knowledge = knowledgeBefore(weeks.slice(Math.max(0, incident.from - BASELINE_WEEKS), incident.from));
	if (!now) throw new RangeError('an outage outside its world');
	const reports = now.declared.map(reportOf).sort((a, b) => a.atMs - b.atMs);
	const startMs = createMoments(now.week).at(outage.date, outage.hour);
	const before = new Map<string, PrivateSignal>();
	const closed = new Map<string, string>();
	let [watchMinutes, signalMinutes]: (number | null)[] = [null, null];
	const fromMs = Math.max(weekBounds(now.week).start.getTime(), startMs - 2 * 3_600_000);
	for (let atMs = fromMs; atMs < startMs + WATCHED_HOURS * 3_600_000; atMs += SLOT_MS) {
		const slot = slotOf(new Date(atMs));
		const known = reports.filter((report) => report.atMs < atMs + SLOT_MS);
		for (const { series, signal } of judgeDay({ slot, reports: known, knowledge, before, closed })) {
			before.set(series, signal);
			if (signal.transition === 'closed') closed.set(series, slot);
		}
		const standing = before.get(`outage/${FRANCE}/${incident.platform}`);
		const minutes = (atMs + SLOT_MS - startMs) / 60_000;
		if (minutes <= 0 || standing === undefined) continue;
		if (reached(standing.level, 'watch', 'signal', 'strong')) watchMinutes ??= minutes;
		if (reached(standing.level, 'signal', 'strong')) signalMinutes ??= minutes;
	}
	return { incident: incident.id, watchMinutes: watchMinutes ?? null, signalMinutes: signalMinutes ?? null };
};
