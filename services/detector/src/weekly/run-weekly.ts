import { addWeeks, releaseInstant, weekOf } from '@vigie/schemas/calendar';
import type { Clock } from '@vigie/schemas/clock';
import type { DetectorMetrics } from '../jobs/metrics.js';
import type { JudgementStore } from '../store/judgement-store.js';
import type { Runs } from '../store/runs.js';
import type { SignalLog } from '../store/signal-log.js';
import type { SignalStore } from '../store/signal-store.js';
import { type Book, openBook } from './book.js';
import type { CountedWeeks, WeekReader } from './read-weeks.js';
import { slotOfWeek } from './weekly-signal.js';

export interface WeeklyParts {
	readonly weeks: WeekReader;
	readonly judgements: JudgementStore;
	readonly signals: SignalStore;
	readonly runs: Runs;
	readonly log: SignalLog;
	readonly metrics: DetectorMetrics;
	readonly clock: Clock;
}

/** WeeklyOutcome: all weeks that are closed are judged; some are left for the next call; or a history is being loaded, and its end is waited for. */
export type WeeklyOutcome = 'all-judged' | 'more' | 'waiting';

/** JudgeWeeks judges the closed weeks that were not, oldest first, for some seconds. */
export type JudgeWeeks = () => Promise<WeeklyOutcome>;

/** Other jobs of the queue wait for no longer. */
const A_TURN_MS = 5_000;
const WAITED_FOR_MS = 10 * 60_000;
const OLDEST = '1970-W01';

/** lastDue gives the last week whose release is due. */
const lastDue = (now: Date): string => {
	const week = weekOf(now);
	return [-1, -2, -3].map((back) => addWeeks(week, back)).find((past) => releaseInstant(past) <= now) ?? week;
};

/** openWeeklyRun makes the run. What it says of a week is saved first, then sent, then the run is recorded: one that dies on the way says the same again. */
export const openWeeklyRun = (parts: WeeklyParts): JudgeWeeks => {
	const { weeks, judgements, signals, runs, log, metrics, clock } = parts;
	let book: Book | null = null;
	let known: CountedWeeks = new Map();
	let waitingSinceMs: number | null = null;

	const isLoading = (closed: readonly string[]): boolean => {
		if ((closed.at(-1) ?? '') >= lastDue(clock.now())) return false;
		waitingSinceMs ??= performance.now();
		return performance.now() - waitingSinceMs < WAITED_FOR_MS;
	};
	const judgeOne = async (week: string): Promise<void> => {
		const startedMs = performance.now();
		if (book?.next !== week) book = await openBook(parts, week);
		const judged = book.judge(known);
		await judgements.save(judged);
		const slot = slotOfWeek(week);
		const saved = await signals.of('weekly', slot);
		const detected = saved.length > 0 ? saved : judged.detected;
		if (saved.length === 0) await signals.save(detected);
		await log.send(detected.map(({ signal }) => signal));
		const durationMs = Math.round(performance.now() - startedMs);
		await runs.record({ kind: 'weekly', slot, series: judged.series.length, durationMs });
		for (const { signal } of detected)
			metrics.signals.inc({ family: signal.family, transition: signal.transition });
		metrics.open.reset();
		for (const { family, level } of book.standing()) metrics.open.inc({ family, level });
		metrics.seconds.observe({ kind: 'weekly' }, durationMs / 1_000);
		metrics.series.set({ kind: 'weekly' }, judged.series.length);
		metrics.runs.inc({ kind: 'weekly', outcome: 'judged' });
	};
	return async () => {
		const [closed, done] = await Promise.all([weeks.closed(OLDEST), runs.slots('weekly')]);
		const pending = closed.filter((week) => !done.has(slotOfWeek(week)));
		metrics.weeksToJudge.set(pending.length);
		if (pending.length === 0) return 'all-judged';
		if (isLoading(closed)) return 'waiting';
		waitingSinceMs = null;
		if (pending.some((week) => !known.has(week))) known = await weeks.read(pending);
		const untilMs = performance.now() + A_TURN_MS;
		try {
			for (const week of pending) {
				if (performance.now() > untilMs) return 'more';
				await judgeOne(week);
				metrics.weeksToJudge.dec();
			}
		} catch (err) {
			// What the book holds may be more than what was saved.
			book = null;
			throw err;
		}
		known = new Map();
		return 'all-judged';
	};
};
