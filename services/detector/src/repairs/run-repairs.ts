import type { Clock } from '@vigie/schemas/clock';
import type { DetectorMetrics } from '../jobs/metrics.js';
import type { Runs } from '../store/runs.js';
import type { SignalLog } from '../store/signal-log.js';
import type { Detected, SignalStore } from '../store/signal-store.js';
import { slotOfWeek } from '../weekly/weekly-signal.js';
import { type Claim, claimName, type ReadClaims } from './claim.js';
import type { EvidenceReader } from './evidence.js';
import { endClaim, judgeClaim, seriesOfClaim } from './judge-claim.js';

export interface RepairParts {
	readonly claims: ReadClaims;
	readonly evidence: EvidenceReader;
	readonly signals: SignalStore;
	readonly runs: Runs;
	readonly log: SignalLog;
	readonly metrics: DetectorMetrics;
	readonly clock: Clock;
}

/** JudgeRepairs judges, in the light of the last week that was judged, the repairs that were not; it gives how many. */
export type JudgeRepairs = () => Promise<number>;

const DAY_MS = 86_400_000;
/** A repair that was confirmed is watched for eight weeks, whose last is judged a week later. */
const WATCHED_MS = 9 * 7 * DAY_MS;

/**
 * openRepairRun makes the run. What it says is saved first, then sent, then the run is recorded; a process that begins says its last words on each repair
 * again, for the one before may have died in between: whoever hears them twice does nothing the second time.
 */
export const openRepairRun = (parts: RepairParts): JudgeRepairs => {
	const { claims: readClaims, evidence, signals, runs, log, metrics, clock } = parts;
	/** By repair, the last week in whose light this process has judged it. */
	const judged = new Map<string, string>();
	/** The week and the claims with which ends were last looked for. */
	let ended = '';

	const tell = async (detected: readonly Detected[]): Promise<void> => {
		if (detected.length === 0) return;
		await signals.save(detected);
		await log.send(detected.map(({ signal }) => signal));
		for (const { signal } of detected)
			metrics.signals.inc({ family: signal.family, transition: signal.transition });
	};
	const judge = async (claim: Claim, week: string): Promise<void> => {
		const said = await signals.lastOf(seriesOfClaim(claim));
		if (!judged.has(claimName(claim))) await log.send(said.map(({ signal }) => signal));
		const known = await evidence.read(claim, week);
		await tell(judgeClaim(claim, known, week, said.at(-1)?.signal ?? null));
		judged.set(claimName(claim), week);
	};
	const end = async (claims: readonly Claim[], week: string): Promise<void> => {
		const claimed = new Set(claims.map(seriesOfClaim));
		const standing = await signals.before('verdict', slotOfWeek(week));
		for (const [series, { transition }] of standing) {
			if (transition === 'closed' || claimed.has(series)) continue;
			const last = (await signals.lastOf(series)).at(-1);
			if (last) await tell([endClaim(last, week)]);
		}
	};
	return async () => {
		const week = await evidence.lastWeek();
		if (week === null) return 0;
		const startedMs = performance.now();
		const claims = await readClaims(new Date(clock.now().getTime() - WATCHED_MS));
		const pending = claims.filter((claim) => judged.get(claimName(claim)) !== week);
		for (const claim of pending) await judge(claim, week);
		const now = [week, ...claims.map(claimName)].join();
		if (pending.length === 0 && ended === now) return 0;
		await end(claims, week);
		ended = now;
		const durationMs = Math.round(performance.now() - startedMs);
		await runs.record({ kind: 'verdict', slot: slotOfWeek(week), series: claims.length, durationMs });
		metrics.seconds.observe({ kind: 'verdict' }, durationMs / 1_000);
		metrics.series.set({ kind: 'verdict' }, claims.length);
		metrics.runs.inc({ kind: 'verdict', outcome: 'judged' });
		return pending.length;
	};
};
