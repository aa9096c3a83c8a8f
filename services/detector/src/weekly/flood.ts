import type { Counted } from './counted.js';

const LEAST_WEEKS = 8;
const LEAST_KEPT = 3;
const TIMES_USUAL = 3;
const USUAL_WEEKS = 26;

/** usualTop gives what the busiest structure of a series usually declares in a week: the median of half a year; null when too little is known. */
const usualTop = (tops: readonly number[]): number | null => {
	if (tops.length < LEAST_WEEKS) return null;
	const recent = tops.slice(-USUAL_WEEKS).sort((a, b) => a - b);
	return recent[recent.length >> 1] ?? null;
};

/** keptOf gives the events of a week, less what one structure (hence one device) declares beyond three times what the busiest one usually does. */
export const keptOf = ({ n, top }: Pick<Counted, 'n' | 'top'>, tops: readonly number[]): number => {
	const usual = usualTop(tops);
	if (usual === null) return n;
	// What was withdrawn since may leave less than that structure had declared; a count is never below nothing.
	return Math.max(0, n - Math.max(0, top - Math.max(LEAST_KEPT, TIMES_USUAL * usual)));
};

/** isOneVoice tells whether half or more of what is too many comes from one structure: it would be no signal without it. */
export const isOneVoice = (
	{ n, top }: Pick<Counted, 'n' | 'top'>,
	expected: number,
	tops: readonly number[],
): boolean => top > 1 && top - (usualTop(tops) ?? 0) > Math.max(1, (n - expected) / 2);
