import { expectLastYear, LAST_YEAR } from '@vigie/detector/weekly/last-year';
import { expect, it } from 'vitest';

const WEEKS = 80;
const weekly = <Value>(of: (week: number) => Value): Value[] =>
	Array.from({ length: WEEKS }, (_, week) => of(week));
const exposure = weekly(() => 100);
const flat = (y: number) => ({ kept: weekly((): number | null => y), exposure });
/** The weeks of a year ago that stand for week 75: 22 to 24. */
const lastYear = [22, 23, 24];
const but = (usual: number, then: number) => ({
	kept: weekly((week): number | null => (lastYear.includes(week) ? then : usual)),
	exposure,
});

it('a few events more in three weeks of the past do not make a small series twice as large in the eyes of the year after', () => {
	const alone = expectLastYear(but(2, 5), null, 75, 1.2)?.mu ?? 0;
	const withParent = expectLastYear(but(2, 5), flat(40), 75, 1.2)?.mu ?? 0;

	expect(alone).toBeCloseTo(5, 6);
	// Ten events, at what it brought a week over the year, weigh beside fifteen seen in three weeks.
	const usual = (50 * 2 + 2 * 5) / 52;
	expect(withParent).toBeCloseTo((10 + 15) / (10 / usual + 3), 6);
});

it('a season of the parent is expected of its part, which was too small to show it', () => {
	const { mu = 0, squaredError = 1 } = expectLastYear(flat(2), but(40, 120), 75, 1.2) ?? {};
	const own = expectLastYear(flat(2), null, 75, 1.2);

	expect(mu).toBeGreaterThan(2.9);
	expect(mu).toBeLessThan(6);
	expect(squaredError).toBeLessThan(own?.squaredError ?? 0);
});

it('nothing is said of a year ago that is not known, nor of a series without any event and parent', () => {
	expect(expectLastYear(flat(2), flat(40), 40, 1.2)).toBeNull();
	expect(expectLastYear(flat(0), null, 75, 1.2)).toBeNull();
	expect(expectLastYear(flat(0), flat(40), 75, 1.2)).toBeNull();
});

it('a season that begins at once is expected whole from its first week on, which the weeks around it would halve', () => {
	const season = { kept: weekly((week): number | null => (week < 23 ? 10 : 30)), exposure };

	expect(expectLastYear(season, null, 75, 1.2)?.mu).toBeCloseTo((10 + 30 + 30) / 3, 6);
	expect(expectLastYear(season, null, 75, 1.2, LAST_YEAR.onward)?.mu).toBeCloseTo(30, 6);
});
