import { weekOfSlot } from '@vigie/schemas/calendar';
import type { PrivateSignal } from '@vigie/schemas/signal';
import { shiftOf } from '../statistics/drift.js';
import type { Level } from '../statistics/levels.js';
import { SPARSE_BELOW } from '../statistics/sparse.js';
import type { Detected } from '../store/signal-store.js';
import { busyWeek } from './busy-week.js';
import { referenceOf, referencesOf } from './expected.js';
import type { Followed, WeeklyHistory } from './history.js';
import { burstLevel, driftLevel, higher } from './levels-of-week.js';
import { lookAtWeek, type WeekLook } from './look-at-week.js';
import { type Adjusted, adjustRun } from './run-families.js';
import { applyState, NO_STATE, nextState, type SeriesState } from './series-state.js';
import { judgeSilences } from './silences.js';
import { ordinalOf, weekAt } from './week-ordinal.js';
import { seriesOfSignal, weeklySignal } from './weekly-signal.js';

/** JudgedSeries is a look beside what the run made of it. */
export interface JudgedSeries {
	readonly look: WeekLook;
	/** Adjusted values of the week and of the last four; null when it was not tested. */
	readonly q: number | null;
	readonly qFour: number | null;
	/** mid-p under the reference mode; null below three years. */
	readonly reference: number | null;
	readonly state: SeriesState;
}

/** JudgedWeek is all that a run says of a week. */
export interface JudgedWeek {
	readonly week: string;
	readonly series: readonly JudgedSeries[];
	readonly detected: readonly Detected[];
}

export interface WeekCase {
	/** Ends with the week to judge. */
	readonly history: WeeklyHistory;
	/** By series, what the week before left. */
	readonly states: ReadonlyMap<string, SeriesState>;
	/** By series of signals, what was said last. */
	readonly before: ReadonlyMap<string, PrivateSignal>;
}

/** A drift that lasts so many weeks is the new normal: the model learns a level of its own from there. */
const ACCEPTED_AFTER = 26;

const A_YEAR = 52;

/** A kind in a région is worth a test of its own from half an event a week over the last year; the week itself is not looked at. */
const isFollowed = ({ level, kept }: Followed): boolean => {
	if (level < 3) return true;
	const from = Math.max(0, kept.length - 1 - A_YEAR);
	let events = 0;
	for (let week = from; week < kept.length - 1; week += 1) events += kept[week] ?? 0;
	return events >= SPARSE_BELOW * (kept.length - 1 - from);
};

const looksAt = ({ history, states }: WeekCase, ordinal: number): readonly WeekLook[] => {
	const expected = [...history.series.values()].flatMap((followed) => {
		if ((followed.kept.at(-1) ?? null) === null || !isFollowed(followed)) return [];
		const references = referencesOf(history, followed);
		return references === null ? [] : [{ followed, references }];
	});
	const busy = busyWeek(
		expected.flatMap(({ followed: { coordinates, kept }, references: { burst } }) =>
			coordinates.kind === null && coordinates.step === null
				? [{ ...coordinates, y: kept.at(-1) ?? 0, mu: burst.mu }]
				: [],
		),
	);
	return expected.map(({ followed, references }) => {
		const { territory, platform } = followed.coordinates;
		const state = states.get(followed.id) ?? NO_STATE;
		return lookAtWeek(followed, ordinal, references, busy(territory, platform), state);
	});
};

const standingOf = (
	before: ReadonlyMap<string, PrivateSignal>,
	family: 'burst' | 'drift',
	id: string,
): PrivateSignal | null => {
	const last = before.get(seriesOfSignal(family, id)) ?? null;
	return last === null || last.transition === 'closed' ? null : last;
};

const platformsThatStand = (before: ReadonlyMap<string, PrivateSignal>): ReadonlySet<string> =>
	new Set(
		[...before.values()].flatMap(({ transition, level, ladder: [rung] }) =>
			transition !== 'closed' && level !== 'watch' && rung?.coordinates.territory === 'FR'
				? [rung.coordinates.platform ?? '']
				: [],
		),
	);

interface Said {
	readonly burst: Level;
	readonly drift: Level;
	readonly driftOnset: string;
	readonly state: SeriesState;
}

/** What is usual is learnt again from a burst that does not end, and for which there is no evidence of a lasting change. */
const LONGEST_BURST = 8;

const sayOf = (
	look: WeekLook,
	adjusted: Adjusted,
	before: ReadonlyMap<string, PrivateSignal>,
	week: string,
): Said => {
	const { id } = look.followed;
	const stands = standingOf(before, 'drift', id) !== null;
	const reached = driftLevel(look, stands);
	const onset = weekAt(shiftOf(look.drift)?.onset ?? ordinalOf(week));
	const isAccepted = stands && ordinalOf(week) - ordinalOf(onset) >= ACCEPTED_AFTER;
	const drift = isAccepted ? 'usual' : reached;
	const bursting = standingOf(before, 'burst', id);
	const burst = burstLevel(look, adjusted, bursting !== null);
	const age = bursting === null ? 0 : ordinalOf(week) - ordinalOf(weekOfSlot(bursting.onset));
	// What lasts is told once, as what lasts.
	const isToldAsDrift = drift !== 'usual' && higher(drift, burst) === drift;
	return {
		burst: isToldAsDrift ? 'usual' : burst,
		drift,
		driftOnset: onset,
		state: nextState(look.state, week, {
			acceptedFrom: isAccepted ? onset : null,
			isOver: stands && drift === 'usual',
			isIncident: drift !== 'usual' || (burst !== 'usual' && age < LONGEST_BURST),
		}),
	};
};

/** What a signal rests on, to compute it again. */
const inputsOf = (look: WeekLook, { q, qFour }: Pick<JudgedSeries, 'q' | 'qFour'>, past: SeriesState) => {
	const { counts, exposure, holidayShare, breaks, tops, latest } = look.followed;
	const from = Math.max(0, counts.length - READ_WEEKS);
	const part = <Value>(list: readonly Value[]): readonly Value[] => list.slice(from);
	return {
		counts: part(counts),
		exposure: part(exposure).slice(0, counts.length - from),
		holidayShare: part(holidayShare).slice(0, counts.length - from),
		breaks: breaks.map((at) => at - from),
		n: latest.n,
		top: latest.top,
		tops: tops.slice(-27, -1),
		references: look.references,
		busy: look.busy,
		judgement: look.week,
		fourWeeks: look.fourWeeks,
		q,
		qFour,
		before: past,
		fed: look.fed,
		esr: look.esr,
		shift: shiftOf(look.drift),
		witnesses: look.witnesses,
		witnessesOfFour: look.witnessesOfFour,
	};
};

const READ_WEEKS = 264;

/** judgeWeek judges every series of the last week of a history, and says what is new. A week in which nobody reported anything says nothing. */
export const judgeWeek = (one: WeekCase): JudgedWeek => {
	const { history, before, states } = one;
	const week = history.weeks.at(-1);
	if (week === undefined) throw new RangeError('no week to judge');
	const ordinal = ordinalOf(week);
	const looks = looksAt(one, ordinal);
	const adjusted = adjustRun(looks, platformsThatStand(before));
	const byId = new Map(looks.map((look) => [look.followed.id, look]));
	const structuresOf = ({ platform, kind, step, territory }: Followed['coordinates']): number => {
		const suffix = kind === null ? (step === null ? '' : `/step/${step}`) : `/kind/${kind}`;
		return byId.get(`${territory}/${platform}${suffix}`)?.witnessesOfFour.structures ?? 0;
	};
	const detected: Detected[] = [];
	const series = looks.map((look): JudgedSeries => {
		const { id } = look.followed;
		const [q, qFour] = [adjusted.week.get(id) ?? null, adjusted.fourWeeks.get(id) ?? null];
		const said = sayOf(look, adjusted, before, week);
		const say = (family: 'burst' | 'drift', level: Level, onset: string): void => {
			const last = before.get(seriesOfSignal(family, id)) ?? null;
			if (level === 'usual' && (last === null || last.transition === 'closed')) return;
			const inputs = inputsOf(look, { q, qFour }, states.get(id) ?? NO_STATE);
			const signal = weeklySignal({
				family,
				name: look.followed,
				week,
				level,
				verdict: null,
				onset,
				structuresOf,
				inputs,
				before: last,
			});
			if (signal) detected.push(signal);
		};
		say('burst', said.burst, week);
		say('drift', said.drift, said.driftOnset);
		applyState(look.followed, said.state, history.weeks);
		return { look, q, qFour, reference: referenceOf(history, look), state: said.state };
	});
	detected.push(...judgeSilences(history, before));
	// In the order in which they are read again.
	return { week, series, detected: detected.toSorted((a, b) => (a.series < b.series ? -1 : 1)) };
};
