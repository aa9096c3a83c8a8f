import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	countryPlatforms,
	frequentPlatforms,
	settledTiles,
	TILE_COUNT,
	withUse,
} from '../src/platforms/frequent-platforms.js';
import { START } from './stand-ins.js';

const DAY_MS = 24 * 3_600_000;
const aPlatform = fc.constantFrom<string[]>(
	'AMELI',
	'ANTS',
	'MSA',
	'ANEF',
	'CPF',
	'URSSAF',
	'EDUCONNECT',
	'IMPOTS',
	'AUTRE',
);

test('a new device shows the country’s six', () => {
	expect(frequentPlatforms({}, START)).toEqual([...countryPlatforms]);
});

test('a device’s own platforms come first, the most used before', () => {
	const habits = ['MSA', 'ANEF', 'MSA'].reduce((before, platform) => withUse(before, platform, START), {});

	expect(frequentPlatforms(habits, START).slice(0, 3)).toEqual(['MSA', 'ANEF', 'CAF_MON_COMPTE']);
});

test('an old habit gives way to a recent one', () => {
	const old = ['MSA', 'MSA', 'MSA'].reduce((before, platform) => withUse(before, platform, START), {});
	const later = START + 90 * DAY_MS;

	expect(frequentPlatforms(withUse(old, 'ANEF', later), later)[0]).toBe('ANEF');
});

test('there are always six tiles, none twice, and none moves that was there before', () => {
	fc.assert(
		fc.property(fc.array(aPlatform), fc.array(aPlatform, { maxLength: 8 }), (uses, last) => {
			const wanted = frequentPlatforms(
				uses.reduce((habits, use, at) => withUse(habits, use, START + at), {}),
				START,
			);
			const tiles = settledTiles(last, wanted);

			expect(new Set(tiles)).toEqual(new Set(wanted));
			expect(tiles).toHaveLength(TILE_COUNT);
			expect(settledTiles(tiles, wanted)).toEqual(tiles);
			for (const platform of wanted) {
				const before = last.indexOf(platform);
				if (before !== -1 && before < TILE_COUNT) expect(tiles[before]).toBe(platform);
			}
		}),
	);
});
