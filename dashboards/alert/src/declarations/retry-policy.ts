const FIRST_MS = 2_000;
const LONGEST_MS = 5 * 60_000;
/** A server may ask for an hour at most: a wrong header must not silence a device for a day. */
const LONGEST_ASKED_MS = 60 * 60_000;

/**
 * backoffMs gives the wait after the nth failure in a row (n >= 1): 2 s doubled each time up to 5 minutes, of which half
 * is drawn at random, so that devices cut off together do not come back together. `random` is in [0, 1).
 */
export const backoffMs = (failures: number, random: number): number => {
	const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 20));
	return Math.round(full / 2 + (full / 2) * random);
};

/** retryAfterMs reads a Retry-After header, in seconds or as a date; null when it says nothing usable. */
export const retryAfterMs = (header: string | null, now: number): number | null => {
	if (header === null || header.trim() === '') return null;
	const seconds = Number(header);
	const asked = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - now;
	if (Number.isNaN(asked) || asked < 0) return null;
	return Math.min(asked, LONGEST_ASKED_MS);
};
