import type { Clock } from '@vigie/schemas/clock';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { allHours, officeHours } from './office-hours.js';
import { beginAt, heardAt, isQuiet, type Measure, type Rhythm, usualOf } from './rhythm.js';
import { silenceMetrics } from './silence-metrics.js';

const SECOND_MS = 1_000;

/** consumers are parts of ours that turn all the time: quiet after half a minute unless they are usually slower. */
export const consumers = {
	stepMs: 15 * SECOND_MS,
	elapsed: allHours,
	enough: 0,
} as const satisfies Measure;

/** minutely is a part of ours that does something each minute. */
export const minutely = { ...consumers, stepMs: 60 * SECOND_MS } as const satisfies Measure;

/** sources are those who send: five intervals make them known, nights and week-ends do not count. */
export const sources = {
	stepMs: 15 * 60 * SECOND_MS,
	elapsed: officeHours,
	enough: 5,
} as const satisfies Measure;

/** RhythmMemory keeps rhythms where a restart does not lose them; best effort. */
export interface RhythmMemory {
	load(): Promise<ReadonlyMap<string, Rhythm>>;
	save(name: string, rhythm: Rhythm): Promise<void>;
	forget(name: string): Promise<void>;
}

export interface SilenceOptions {
	readonly kind: 'consumer' | 'source';
	readonly measure: Measure;
	readonly clock: Clock;
	readonly metrics: Registry;
	readonly logger: Logger;
	readonly memory?: RhythmMemory;
	/** Tells whether something is still expected of a party: a key that was revoked is forgotten. */
	readonly isExpected?: (name: string) => boolean;
}

/** SilenceWatch knows who usually speaks how often, and says who has gone quiet. */
export interface SilenceWatch {
	/** heard notes a sign of a party: cheap enough for every event. */
	heard(name: string): void;
	/** expect listens to a party from now on, even if it never speaks. */
	expect(name: string): void;
	/** check raises and ends alarms; a timer calls it 60 times a step. */
	check(): void;
	/** refresh reads what other processes heard. */
	refresh(): Promise<void>;
	/** silent lists the parties that have gone quiet. */
	silent(): readonly string[];
	close(): void;
}

const CHECKS_A_STEP = 60;
const REFRESH_MS = 60 * SECOND_MS;

/**
 * createSilenceWatch raises an alarm (log, `silence_alarm`) when a party has said nothing for twice its usual interval: never
 * later, and at most a sixtieth of a step earlier.
 */
export const createSilenceWatch = (options: SilenceOptions): SilenceWatch => {
	const { kind, measure, clock, metrics, logger, memory, isExpected = () => true } = options;
	const { alarm, usual } = silenceMetrics(metrics);
	const rhythms = new Map<string, Rhythm>();
	const quiet = new Set<string>();
	const checkMs = measure.stepMs / CHECKS_A_STEP;
	const nowMs = (): number => clock.now().getTime();
	const kept = (work: Promise<void> | undefined): void =>
		void work?.catch((err: unknown) => logger.debug({ err }, 'a rhythm is remembered here only'));

	const drop = (name: string): void => {
		rhythms.delete(name);
		quiet.delete(name);
		alarm.remove({ kind, party: name });
		usual.remove({ kind, party: name });
		kept(memory?.forget(name));
	};
	const judge = (name: string, rhythm: Rhythm): void => {
		const interval = usualOf(rhythm, measure);
		if (interval === null) return;
		const now = isQuiet(rhythm, nowMs(), measure, checkMs);
		const told = { kind, party: name, usualSeconds: Math.round(interval / SECOND_MS) };
		if (now && !quiet.has(name)) logger.error(told, 'gone quiet');
		if (!now && quiet.has(name)) logger.info(told, 'heard again');
		if (now) quiet.add(name);
		else quiet.delete(name);
		alarm.set({ kind, party: name }, Number(now));
		usual.set({ kind, party: name }, interval / SECOND_MS);
	};
	const check = (): void => {
		for (const [name, rhythm] of rhythms) {
			if (isExpected(name)) judge(name, rhythm);
			else drop(name);
		}
	};
	// What was heard before the past was known is added to it; nothing is saved until then, or the past would be lost.
	let isLoaded = memory === undefined;
	const merge = (stored: Rhythm, here: Rhythm | undefined): Rhythm => {
		if (!here || stored.lastMs > here.lastMs) return stored;
		return isLoaded ? here : heardAt(stored, here.lastMs, measure);
	};
	const refresh = async (): Promise<void> => {
		if (!memory) return;
		for (const [name, stored] of await memory.load()) rhythms.set(name, merge(stored, rhythms.get(name)));
		if (!isLoaded) for (const [name, rhythm] of rhythms) kept(memory.save(name, rhythm));
		isLoaded = true;
	};
	let refreshedMs = 0;
	const refreshInTime = (): void => {
		// Until the past is known it is asked for each second: a service starts before its memory answers.
		if (isLoaded && performance.now() - refreshedMs < REFRESH_MS) return;
		refreshedMs = performance.now();
		kept(refresh());
	};
	const timers = [
		setInterval(check, checkMs).unref(),
		...(memory ? [setInterval(refreshInTime, SECOND_MS).unref()] : []),
	];
	refreshInTime();

	return {
		heard: (name) => {
			const before = rhythms.get(name);
			const after = before ? heardAt(before, nowMs(), measure) : beginAt(nowMs(), measure);
			if (after === before) return;
			rhythms.set(name, after);
			if (isLoaded) kept(memory?.save(name, after));
		},
		expect: (name) => void (rhythms.has(name) || rhythms.set(name, beginAt(nowMs(), measure))),
		check,
		refresh,
		silent: () => [...quiet],
		close: () => {
			for (const timer of timers) clearInterval(timer);
		},
	};
};
