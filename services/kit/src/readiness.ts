/** Readiness collects what a service waits for; it is ready when nothing is missing and it is not stopping. */
export interface Readiness {
	/** set names a condition and whether it holds. */
	set(condition: string, holds: boolean): void;
	/** missing lists the conditions that do not hold. */
	missing(): readonly string[];
	/** stop makes the service not ready for good: the first step of an ordered shutdown. */
	stop(): void;
}

/** createReadiness starts with the given conditions, none of which holds. */
export const createReadiness = (conditions: readonly string[]): Readiness => {
	const state = new Map<string, boolean>(conditions.map((condition) => [condition, false]));
	return {
		set: (condition, holds) => void state.set(condition, holds),
		missing: () => [...state].filter(([, holds]) => !holds).map(([condition]) => condition),
		stop: () => void state.set('stopping', false),
	};
};
