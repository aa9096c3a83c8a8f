import { cellKey } from '@vigie/publisher/disclosure/cell-key';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const key = Buffer.from(Array.from({ length: 32 }, (_, index) => index));

describe('the key of a cell', () => {
	// Computed apart, in another language: floor(HMAC-SHA256(key, "ck1" || kappa as 8 bytes big-endian)[0..7] / 2^11).
	it.each([
		[0n, 2_510_993_246_671_500],
		[1n, 452_427_670_273_776],
		[1_234_567_890_123_456_789n, 738_468_628_087_206],
		[2n ** 64n - 1n, 1_962_579_356_607_577],
	])('of kappa %s is the top 53 bits of its keyed hash', (kappa, top53) => {
		expect(cellKey(key, kappa)).toBe(top53 / 2 ** 53);
	});

	it('is below 1 and on the grid of 2^-53, whatever the sum', () => {
		fc.assert(
			fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), (kappa) => {
				const u = cellKey(key, kappa);
				expect(u).toBeGreaterThanOrEqual(0);
				expect(u).toBeLessThan(1);
				expect(Number.isInteger(u * 2 ** 53)).toBe(true);
			}),
		);
	});

	it('is uniform: 100 000 cells fall evenly into 100 classes', () => {
		const classes = new Array<number>(100).fill(0);
		for (let kappa = 0n; kappa < 100_000n; kappa += 1n) {
			const at = Math.floor(cellKey(key, kappa) * 100);
			classes[at] = (classes[at] ?? 0) + 1;
		}
		const chiSquare = classes.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);

		// 99 degrees of freedom: 148.2 is the 0.999 quantile.
		expect(chiSquare).toBeLessThan(148.2);
	});
});
