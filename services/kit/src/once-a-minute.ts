const MINUTE_MS = 60_000;
/** Far more than happens in a minute. */
const MOST = 10_000;

/** onceAMinute makes what says whether something may be written down again: each once a minute at most, so that nobody can fill a log. */
export const onceAMinute = (): ((what: string) => boolean) => {
	const noted = new Map<string, number>();
	return (what) => {
		const now = performance.now();
		if (now - (noted.get(what) ?? -MINUTE_MS) < MINUTE_MS) return false;
		if (noted.size >= MOST) noted.clear();
		noted.set(what, now);
		return true;
	};
};
