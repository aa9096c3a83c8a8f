import { createRandom, negativeBinomial } from '@vigie/demonstration/random';
import { expectWeek } from '@vigie/detector/statistics/expect-week';
import { pooledSeason } from '@vigie/detector/statistics/pooled-season';
import { expect, it } from 'vitest';

const seasonAt = (week: number): number => Math.exp(0.7 * Math.cos((2 * Math.PI * week) / 52.18));

const draw = (name: string, mean: number, weeks: number, from: number): number[] => {
	const random = createRandom(name);
	return Array.from({ length: weeks }, (_, week) =>
		negativeBinomial(random, mean * seasonAt(from + week), 1.3),
	);
};

it('lends a young series the season of its family', () => {
	const family = pooledSeason({ counts: draw('family', 400, 260, 0) });
	if (!family) throw new Error('no season was found');
	// The series begins in week 220; by week 260 the year has turned from its low to its high.
	const counts = [...draw('young', 8, 40, 220), 0];
	const season = family.slice(220);
	const found = expectWeek({ counts }, 40, { mode: 'harmonic', season });

	expect(season).toHaveLength(41);
	expect(family[0] ?? 0).toBeCloseTo(seasonAt(0), 0);
	expect((family[0] ?? 0) / (family[26] ?? 1)).toBeGreaterThan(3);
	expect((found?.mu ?? 0) / (8 * seasonAt(260))).toBeGreaterThan(0.7);
	expect((found?.mu ?? 0) / (8 * seasonAt(260))).toBeLessThan(1.4);
});

it('has no season to lend before a year and a half', () => {
	expect(pooledSeason({ counts: draw('family', 400, 77, 0) })).toBeNull();
});
