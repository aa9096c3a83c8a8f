const STEPS = [1, 2, 2.5, 5, 10];
const MOST_LINES = 5;
const LEAST_CEILING = 20;

/** axisOf gives the round lines of an axis that starts at 0 and holds `most`: at most five, the last one at or above it. */
export const axisOf = (most: number): readonly number[] => {
	const top = Math.max(most, LEAST_CEILING);
	const unit = 10 ** Math.floor(Math.log10(top / MOST_LINES));
	const step = STEPS.map((multiple) => multiple * unit).find((size) => size * MOST_LINES >= top) ?? top;
	return Array.from({ length: Math.ceil(top / step) }, (_, index) => (index + 1) * step);
};
