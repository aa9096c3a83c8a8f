const SAME_PRESS_MS = 1_000;
const PARENT_CHECK_MS = 1_000;

/** StopSignals tells when the person wants us to stop. */
export interface StopSignals {
	/** Resolves at the first wish to stop. */
	readonly first: Promise<void>;
	wasAsked(): boolean;
	/** Calls back at a second, impatient wish. */
	onAgain(action: () => void): void;
}

/**
 * listenForStop hears Ctrl-C, SIGTERM, a closed terminal and, when npm started us, the end of npm. One Ctrl-C may arrive twice
 * (from the terminal and from npm): that counts once.
 */
export const listenForStop = (): StopSignals => {
	let askedMs: number | null = null;
	let again: () => void = () => undefined;
	let announce: () => void = () => undefined;
	const first = new Promise<void>((resolve) => {
		announce = resolve;
	});
	const ask = (): void => {
		const now = performance.now();
		if (askedMs !== null && now - askedMs > SAME_PRESS_MS) again();
		askedMs ??= now;
		announce();
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask);
	if (process.env.npm_lifecycle_event !== undefined) {
		const parent = process.ppid;
		const timer = setInterval(() => {
			if (process.ppid === parent) return;
			clearInterval(timer);
			ask();
		}, PARENT_CHECK_MS);
		timer.unref();
	}
	return {
		first,
		wasAsked: () => askedMs !== null,
		onAgain: (action) => {
			again = action;
		},
	};
};
