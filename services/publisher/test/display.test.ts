import { readersOf } from '@vigie/publisher/disclosure/display';
import { checkMechanism, mechanism } from '@vigie/publisher/disclosure/mechanism';
import { createDisclosure } from '@vigie/publisher/release/disclose';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('who may read a cell', () => {
	it.each([
		['enough for all on three counts', { n: 21, structures: 3, top: 16 }, 21, 'all'],
		['one short of k for all', { n: 22, structures: 5, top: 4 }, 20, 'signed'],
		['just enough for those who signed', { n: 15, structures: 3, top: 9 }, 15, 'signed'],
		['one short of k for those who signed', { n: 15, structures: 5, top: 4 }, 14, 'none'],
		['two structures only', { n: 400, structures: 2, top: 200 }, 400, 'none'],
		['four events outside the largest structure', { n: 400, structures: 9, top: 396 }, 400, 'none'],
	] as const)('%s', (_, facts, y, readers) => {
		expect(readersOf(mechanism, facts, y)).toBe(readers);
	});

	it('is nobody under 5 events (11 for all), two structures, or one structure that carries them', () => {
		const disclosure = createDisclosure(mechanism, Buffer.alloc(32, 1));
		const facts = fc.record({
			n: fc.integer({ min: 1, max: 60 }),
			structures: fc.integer({ min: 1, max: 6 }),
			top: fc.integer({ min: 1, max: 60 }),
			kappa: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
		});
		fc.assert(
			fc.property(facts, (cell) => {
				const read = disclosure.of(cell);
				if (read === null) return;
				const k = read.readers === 'all' ? mechanism.k : mechanism.kSigned;
				expect(read.y).toBeGreaterThanOrEqual(k);
				expect(cell.n).toBeGreaterThanOrEqual(k - mechanism.D);
				expect(cell.structures).toBeGreaterThanOrEqual(3);
				expect(cell.n - cell.top).toBeGreaterThanOrEqual(5);
			}),
			{ numRuns: 5_000 },
		);
	});
});

describe('the parameters of the mechanism', () => {
	it.each([
		[{ kSigned: 14 }, 'kSigned - D must be at least 5'],
		[{ D: 11 }, 'kSigned - D must be at least 5'],
		[{ k: 9 }, 'k, for all, must not be below kSigned'],
		[{ structures: 2 }, 'structures must be at least 3'],
		[{ outsideTop: 4 }, 'outsideTop must be at least 5'],
		[{ residual: 4 }, 'residual must be at least 5'],
		[{ V: 0 }, 'V must be above 0 and at most D²'],
		[{ js: 10 }, 'js must be a whole number below D'],
		[{ D: Number.NaN }, 'D must be a whole number'],
	])('never go under the floors, however small the deployment: %o', (change, sentence) => {
		expect(() => checkMechanism({ ...mechanism, ...change })).toThrow(sentence);
	});
});
