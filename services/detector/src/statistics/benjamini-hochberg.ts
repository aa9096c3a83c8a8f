/**
 * adjustedValues gives, for p-values in any order, their Benjamini-Hochberg adjusted values in the same order:
 * q_i = min over j >= i of m p_(j) / j, at most 1. A series is rejected at q when its adjusted value is <= q; among those rejected
 * the expected share of false ones is at most q (independent or positively dependent p-values). Used on mid-p-values of every eligible series
 * of a family: eligibility must never look at the current count.
 *
 * Sources: Benjamini and Hochberg 1995; Chen and Sarkar 2019 for mid-p-values of discrete laws.
 */
export const adjustedValues = (pValues: readonly number[]): number[] => {
	const order = pValues.map((_, index) => index).sort((a, b) => (pValues[b] ?? 0) - (pValues[a] ?? 0));
	const adjusted = new Array<number>(pValues.length).fill(1);
	let smallest = 1;
	order.forEach((index, place) => {
		const rank = pValues.length - place;
		smallest = Math.min(smallest, ((pValues[index] ?? 1) * pValues.length) / rank);
		adjusted[index] = smallest;
	});
	return adjusted;
};
