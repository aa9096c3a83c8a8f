import { createHash } from 'node:crypto';

/** uniform draws a number in (0, 1) from a text: the same text draws the same number, whoever asks and when. */
export const uniform = (text: string): number => {
	const digest = createHash('sha256').update(text).digest();
	return (digest.readUIntBE(0, 6) + 0.5) / 2 ** 48;
};

/** logNormal draws from a log-normal distribution of that median and spread. */
export const logNormal = (text: string, median: number, sigma: number): number => {
	const normal =
		Math.sqrt(-2 * Math.log(uniform(`${text}/radius`))) * Math.cos(2 * Math.PI * uniform(`${text}/angle`));
	return median * Math.exp(sigma * normal);
};
