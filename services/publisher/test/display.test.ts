import { isShown } from '@vigie/publisher/disclosure/display';
import { mechanism } from '@vigie/publisher/disclosure/mechanism';
import { createDisclosure } from '@vigie/publisher/release/disclose';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('showing a cell', () => {
	it.each([
		['enough on all three counts', { n: 16, structures: 3, top: 11 }, 16, true],
		['one short of k once perturbed', { n: 20, structures: 5, top: 4 }, 15, false],
		['two structures only', { n: 400, structures: 2, top: 200 }, 400, false],
		['four events outside the largest structure', { n: 400, structures: 9, top: 396 }, 400, false],
	])('%s', (_, facts, y, shown) => {
		expect(isShown(mechanism, facts, y)).toBe(shown);
	});

	it('never shows fewer than 11 events, nor those of two structures, nor one structure’s alone', () => {
		const disclose = createDisclosure(mechanism, Buffer.alloc(32, 1));
		const facts = fc.record({
			n: fc.integer({ min: 1, max: 60 }),
			structures: fc.integer({ min: 1, max: 6 }),
			top: fc.integer({ min: 1, max: 60 }),
			kappa: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
		});
		fc.assert(
			fc.property(facts, (cell) => {
				const y = disclose(cell);
				if (y === null) return;
				expect(cell.n).toBeGreaterThanOrEqual(mechanism.k - mechanism.D);
				expect(cell.structures).toBeGreaterThanOrEqual(3);
				expect(cell.n - cell.top).toBeGreaterThanOrEqual(5);
				expect(y).toBeGreaterThanOrEqual(mechanism.k);
			}),
			{ numRuns: 5_000 },
		);
	});
});
