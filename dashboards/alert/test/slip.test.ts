import { referralFamilies } from '@vigie/schemas/taxonomy/lists/referral-families';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { circuitOf, MAX_HOP, nextSlip } from '../src/slip/slip.js';
import { readSlip, writeSlip } from '../src/slip/slip-code.js';

const aSlip = fc.record({
	hop: fc.integer({ min: 0, max: MAX_HOP }),
	mask: fc.integer({ min: 0, max: 255 }),
});
const aFamily = fc.constantFrom(...referralFamilies.map(({ code }) => code));
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** pairsOf lists the pairs of places in a word. */
const pairsOf = (length: number): readonly (readonly [number, number])[] =>
	Array.from({ length }, (_, i) => Array.from({ length: i }, (_, j) => [j, i] as const)).flat();

test('every slip that is written is read back the same', () => {
	for (let hop = 0; hop <= MAX_HOP; hop += 1) {
		for (let mask = 0; mask < 256; mask += 1)
			expect(readSlip(writeSlip({ hop, mask }))).toEqual({ hop, mask });
	}
});

test('a code survives the hands that type it: lower case, spaces, I for 1, O for 0, prefix left out', () => {
	fc.assert(
		fc.property(aSlip, (slip) => {
			const code = writeSlip(slip);
			const typed = code.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
			expect(readSlip(typed.replace('vgl', 'vg1'))).toEqual(slip);
			expect(readSlip(code.slice('VG1-'.length))).toEqual(slip);
		}),
	);
});

test('one or two characters misread are always noticed, whichever they are', () => {
	// The code is linear: what holds for one slip holds for all; two are tried.
	for (const slip of [
		{ hop: 0, mask: 0 },
		{ hop: 5, mask: 0b10100110 },
	]) {
		const body = [...writeSlip(slip).slice('VG1-'.length)];
		const unnoticed = pairsOf(body.length).flatMap(([i, j]) =>
			[...alphabet].flatMap((a) =>
				[...alphabet]
					.map((b) => body.map((character, at) => (at === i ? a : at === j ? b : character)).join(''))
					.filter((wrong) => wrong !== body.join('') && readSlip(wrong) !== null),
			),
		);
		expect(unnoticed).toEqual([]);
	}
});

test('anything that is not a code is refused without a fuss', () => {
	fc.assert(
		fc.property(fc.string({ maxLength: 4 }), (text) => {
			expect(readSlip(text)).toBeNull();
		}),
	);
	expect(readSlip('')).toBeNull();
	expect(readSlip('VG1-AAAAAAAA')).toBeNull();
	expect(readSlip('VG2-00000')).toBeNull();
});

test('a circuit comes back where it has been: TS, then MN, then TS is a loop at the second hop', () => {
	const first = nextSlip(null, 'TS');

	expect(circuitOf(first, 'TS')).toEqual({ loop: 'OUI', hopBucket: 'DEUX' });
	expect(circuitOf(first, 'MN')).toEqual({ loop: 'NON', hopBucket: 'DEUX' });
	expect(circuitOf(nextSlip(first, 'MN'), 'TS')).toEqual({ loop: 'OUI', hopBucket: 'TROIS_ET_PLUS' });
});

test('without a slip nothing is known of the circuit', () => {
	expect(circuitOf(null, 'MN')).toEqual({ loop: 'INCONNU', hopBucket: 'INCONNU' });
});

test('a slip never counts past seven, never forgets a family, and tells a loop exactly for those it remembers', () => {
	fc.assert(
		fc.property(fc.array(aFamily, { minLength: 1, maxLength: 20 }), aFamily, (senders, to) => {
			const slip = senders.reduce((read, from) => nextSlip(read, from), { hop: 0, mask: 0 });
			expect(slip.hop).toBe(Math.min(MAX_HOP, senders.length));
			expect(circuitOf(slip, to).loop).toBe(senders.includes(to) ? 'OUI' : 'NON');
			expect(readSlip(writeSlip(slip))).toEqual(slip);
		}),
	);
});
