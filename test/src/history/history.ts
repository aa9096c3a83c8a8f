import { createWriteStream } from 'node:fs';

/** Told is what a sender was told of a revision: it will be counted, it was refused, or nothing that can be relied on. */
export type Told = 'acknowledged' | 'refused' | 'unknown';

/** Remembered is a revision that was sent: what its sender was told in the end, and during what. */
export interface Remembered {
	readonly told: Told;
	/** What was going on when it was told, as `kill loader`. */
	readonly during: string;
}

/** History is what senders sent and what they were told, by `id/revision`. */
export interface History {
	/** sent notes revisions before the request leaves: an answer may never come. */
	sent(keys: readonly string[]): void;
	/** told notes an answer; an acknowledgement stands whatever is told afterwards. */
	told(keys: readonly string[], told: Told): void;
	/** during names what goes on from now on. */
	during(what: string): void;
	readonly revisions: ReadonlyMap<string, Remembered>;
	/** acknowledged counts the revisions that were. */
	readonly acknowledged: number;
	close(): Promise<void>;
}

/** createHistory starts an empty one; with a `file`, each request is a line in it, for whoever must find out what went wrong. */
export const createHistory = (file?: string): History => {
	const revisions = new Map<string, Remembered>();
	const out = file === undefined ? null : createWriteStream(file);
	let acknowledged = 0;
	let now = 'nothing';
	const write = (what: string, keys: readonly string[]): void =>
		void out?.write(`${JSON.stringify({ at: Date.now(), during: now, what, keys })}\n`);
	return {
		sent: (keys) => {
			write('sent', keys);
			for (const key of keys) if (!revisions.has(key)) revisions.set(key, { told: 'unknown', during: now });
		},
		told: (keys, told) => {
			write(told, keys);
			for (const key of keys) {
				if (revisions.get(key)?.told === 'acknowledged') continue;
				if (told === 'acknowledged') acknowledged += 1;
				revisions.set(key, { told, during: now });
			}
		},
		during: (what) => {
			now = what;
		},
		revisions,
		get acknowledged() {
			return acknowledged;
		},
		close: () => new Promise((resolve) => (out ? out.end(resolve) : resolve())),
	};
};
