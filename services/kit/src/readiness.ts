import type { SilenceWatch } from './silence.js';

/** Readiness collects what a service waits for; it is ready when nothing is missing and it is not stopping. */
export interface Readiness {
	/** set names a condition and whether it holds. */
	set(condition: string, holds: boolean): void;
	/** missing lists the conditions that do not hold. */
	missing(): readonly string[];
	/** mind lists with it those who have gone quiet; they do not make it less ready: sending its traffic elsewhere would help nobody. */
	mind(watch: Pick<SilenceWatch, 'silent'>): void;
	/** silent lists who has gone quiet. */
	silent(): readonly string[];
	/** stop makes the service not ready for good: the first step of an ordered shutdown. */
	stop(): void;
}

/** createReadiness starts with the given conditions, none of which holds. */
export const createReadiness = (conditions: readonly string[]): Readiness => {
	const state = new Map<string, boolean>(conditions.map((condition) => [condition, false]));
	const watches: Pick<SilenceWatch, 'silent'>[] = [];
	return {
		set: (condition, holds) => void state.set(condition, holds),
		missing: () => [...state].filter(([, holds]) => !holds).map(([condition]) => condition),
		mind: (watch) => void watches.push(watch),
		silent: () => watches.flatMap((watch) => watch.silent()),
		stop: () => void state.set('stopping', false),
	};
};
