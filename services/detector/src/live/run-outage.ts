import type { Querier } from '@vigie/kit/clickhouse';
import { weekOf } from '@vigie/schemas/calendar';
import type { DetectorMetrics } from '../jobs/metrics.js';
import type { Runs } from '../store/runs.js';
import type { SignalLog } from '../store/signal-log.js';
import type { SignalStore } from '../store/signal-store.js';
import { judgeDay, SERIES_WATCHED } from './judge-day.js';
import { type Knowledge, learn } from './learn.js';
import { dayReader } from './read-day.js';
import { historyReader } from './read-history.js';

export interface OutageParts {
	readonly query: Querier;
	readonly store: SignalStore;
	readonly runs: Runs;
	readonly log: SignalLog;
	readonly metrics: DetectorMetrics;
}

/** WatchOutcome: judged; judged before; or no closed week yet, without which nothing is usual. */
export type WatchOutcome = 'judged' | 'done-before' | 'nothing-to-compare';

/** WatchOutages judges everything up to the end of a quarter of an hour, once. */
export type WatchOutages = (slot: string) => Promise<WatchOutcome>;

/** openOutageWatch makes the run. What it says is saved first, then sent, then the run is recorded: one that dies on the way says the same again. */
export const openOutageWatch = ({ query, store, runs, log, metrics }: OutageParts): WatchOutages => {
	const history = historyReader(query);
	const readDay = dayReader(query);
	let learnt: { readonly lastClosed: string; readonly knowledge: Knowledge } | null = null;
	const knowledgeAt = async (slot: string): Promise<Knowledge | null> => {
		const lastClosed = await history.lastClosed(weekOf(new Date(slot)));
		if (lastClosed === null) return null;
		if (learnt?.lastClosed !== lastClosed)
			learnt = { lastClosed, knowledge: learn(await history.read(lastClosed)) };
		return learnt.knowledge;
	};
	const run = async (slot: string, knowledge: Knowledge): Promise<void> => {
		const saved = await store.of('outage', slot);
		const detected =
			saved.length > 0
				? saved
				: judgeDay({
						slot,
						reports: await readDay(slot),
						knowledge,
						before: await store.before('outage', slot),
						closed: await store.outagesClosed(slot),
					});
		if (saved.length === 0) await store.save(detected);
		await log.send(detected.map(({ signal }) => signal));
		for (const { signal } of detected)
			metrics.signals.inc({ family: 'outage', transition: signal.transition });
	};
	const watch = async (slot: string): Promise<WatchOutcome> => {
		if (await runs.isDone('outage', slot)) return 'done-before';
		const knowledge = await knowledgeAt(slot);
		if (knowledge === null) return 'nothing-to-compare';
		const startedMs = performance.now();
		await run(slot, knowledge);
		const durationMs = Math.round(performance.now() - startedMs);
		await runs.record({ kind: 'outage', slot, series: SERIES_WATCHED, durationMs });
		metrics.seconds.observe({ kind: 'outage' }, durationMs / 1_000);
		metrics.series.set({ kind: 'outage' }, SERIES_WATCHED);
		return 'judged';
	};
	return async (slot) => {
		const outcome = await watch(slot);
		metrics.runs.inc({ kind: 'outage', outcome });
		return outcome;
	};
};
