import { setTimeout as pause } from 'node:timers/promises';
import { releaseInstant, weekBounds } from '@vigie/schemas/calendar';
import type { Clock } from '@vigie/schemas/clock';
import { levelOfPeriod } from '@vigie/schemas/lattice';
import type { Logger } from 'pino';
import { closeWeek } from '../closing/close-week.js';
import type { Closing } from '../closing/freeze-week.js';
import type { CloseJob, CloseResult } from './close-job.js';
import type { PublisherMetrics } from './metrics.js';
import { explicitWatermark, hasLoaded, type Loaded, type LoaderPosition, watermarkOf } from './watermark.js';

export interface CloseRunner {
	readonly closing: Omit<Closing, 'now'>;
	readonly position: LoaderPosition;
	readonly clock: Clock;
	readonly metrics: PublisherMetrics;
	readonly logger: Logger;
	/** Aborts when the service stops. */
	readonly signal: AbortSignal;
}

const POLL_MS = 50;
// The import writes a week and asks for its closing at once: the loader may be several weeks behind.
const EXPLICIT_PATIENCE_MS = 10 * 60_000;
const PATIENCE_MS = 5_000;

const waitUntilLoaded = async ({ position, signal }: CloseRunner, job: CloseJob): Promise<Loaded> => {
	const watermark = job.watermark ? explicitWatermark(job.watermark) : await watermarkOf(position, job.week);
	const until = performance.now() + (job.watermark ? EXPLICIT_PATIENCE_MS : PATIENCE_MS);
	for (;;) {
		const loaded = await hasLoaded(position, watermark);
		if (loaded.loaded || performance.now() > until) return loaded;
		await pause(POLL_MS, undefined, { signal });
	}
};

const close = async (runner: CloseRunner, { week }: CloseJob): Promise<CloseResult> => {
	const { closing, clock, metrics, logger } = runner;
	const end = metrics.seconds.startTimer();
	const { outcome, releases } = await closeWeek({ ...closing, now: clock.now() }, week);
	const seconds = end();
	for (const { release, again } of releases)
		if (!again) metrics.releases.inc({ level: levelOfPeriod(release) ?? 'week' });
	const ms = Math.round(seconds * 1000);
	logger.info({ week, ms, releases }, 'week closed and published');
	return { outcome, week, releases: [...releases] };
};

/**
 * runClose closes a week when its release is due and all of it is loaded; otherwise it says what is missing and does nothing. An
 * explicit watermark is waited for, a minute's tick comes back by itself. The demonstration's import, whose revisions all come within the
 * week, may close it as soon as it is over.
 */
export const runClose = async (runner: CloseRunner, job: CloseJob): Promise<CloseResult> => {
	const dueAt = job.watermark ? weekBounds(job.week).end : releaseInstant(job.week);
	if (runner.clock.now() < dueAt) return { outcome: 'not-due', week: job.week, dueAt: dueAt.toISOString() };
	const position = await waitUntilLoaded(runner, job);
	if (position.loaded) return close(runner, job);
	const { partition, committed, wanted } = position;
	runner.logger.warn(
		{ week: job.week, partition, committed, wanted },
		'the loader has not stored the week yet',
	);
	return { outcome: 'waiting', week: job.week, partition, committed, wanted };
};
