/**
 * plusOrMinus gives the half-width of about 95 % of a published number: 2 standard deviations of the noise, whose variance is
 * `variance` for each of the cells summed. Four for one cell at variance 4.
 */
export const plusOrMinus = (cells: number, variance: number): number =>
	Math.round(2 * Math.sqrt(variance * cells));

/**
 * sharePoints gives the half-width, in points (hundredths), of a share of two noisy numbers; at least 1, for nothing published
 * is exact.
 */
export const sharePoints = (share: number, total: number, variance: number): number => {
	if (total <= 0) return 100;
	const deviation = Math.sqrt(variance * (1 + share * share)) / total;
	return Math.max(1, Math.round(200 * deviation));
};
