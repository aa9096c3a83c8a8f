import { backoffMs } from './retry-policy.js';

interface Wait {
	readonly failures: number;
	readonly until: number;
}

/** Pacing says when something may leave again: all declarations wait together, or one waits alone. */
export interface Pacing {
	readonly isOpen: (id: string) => boolean;
	/** Makes everything wait: as long as the server asked, else longer after each failure in a row. */
	readonly holdAll: (askedMs: number | null) => void;
	readonly holdOne: (id: string) => void;
	/** The server answered: nothing waits together any more. */
	readonly answered: () => void;
	readonly releaseOne: (id: string) => void;
	/** Opens everything now; the count of failures stays, so that waking often does not hammer the server. */
	readonly releaseAll: () => void;
	/** The declarations that wait alone. */
	readonly delayed: () => ReadonlySet<string>;
}

/** PacingPorts are its seams; `later` runs `resume` once a wait is over. */
export interface PacingPorts {
	readonly now: () => number;
	readonly random: () => number;
	readonly later: (delayMs: number, run: () => void) => void;
	readonly resume: () => void;
}

const none: Wait = { failures: 0, until: 0 };

/** createPacing starts with nothing waiting. */
export const createPacing = (ports: PacingPorts): Pacing => {
	const alone = new Map<string, Wait>();
	let together = none;

	const after = (before: Wait, askedMs: number | null): Wait => {
		const failures = before.failures + 1;
		const delayMs = askedMs ?? backoffMs(failures, ports.random());
		ports.later(delayMs, ports.resume);
		return { failures, until: ports.now() + delayMs };
	};

	return {
		isOpen: (id) => ports.now() >= together.until && ports.now() >= (alone.get(id) ?? none).until,
		holdAll: (askedMs) => {
			together = after(together, askedMs);
		},
		holdOne: (id) => void alone.set(id, after(alone.get(id) ?? none, null)),
		answered: () => {
			together = none;
		},
		releaseOne: (id) => void alone.delete(id),
		releaseAll: () => {
			together = { failures: together.failures, until: 0 };
			for (const [id, { failures }] of alone) alone.set(id, { failures, until: 0 });
		},
		delayed: () => new Set(alone.keys()),
	};
};
