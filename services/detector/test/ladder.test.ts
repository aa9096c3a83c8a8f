import { createRandom, negativeBinomial } from '@vigie/demonstration/random';
import { expectWeek } from '@vigie/detector/statistics/expect-week';
import { judge } from '@vigie/detector/statistics/judgement';
import { describe, expect, it } from 'vitest';

const draw = (name: string, weeks: number, meanAt: (week: number) => number): number[] => {
	const random = createRandom(name);
	return Array.from({ length: weeks }, (_, week) => negativeBinomial(random, meanAt(week), 1.4));
};

const expected = (series: Parameters<typeof expectWeek>[0], week: number, parentMean?: number) =>
	expectWeek(series, week, { mode: 'harmonic', ...(parentMean === undefined ? {} : { parentMean }) });

/** told gives an expectation that must be there. */
const told = (series: Parameters<typeof expectWeek>[0], week: number, parentMean?: number) => {
	const found = expected(series, week, parentMean);
	if (!found) throw new Error(`nothing is expected of week ${week}`);
	return found;
};

describe('what is expected of a week', () => {
	it('rests on what the history allows: parent, moving level, season', () => {
		const counts = draw('ladder', 320, () => 6);

		expect(expected({ counts }, 0)).toBeNull();
		expect(told({ counts }, 3, 5).rung).toBe('provisional');
		expect(told({ counts }, 20).model).toBe('movingLevel');
		expect(told({ counts }, 90)).toMatchObject({ model: 'harmonic', rung: 'full' });
		expect(told({ counts }, 300)).toMatchObject({ model: 'harmonic', rung: 'published' });
		for (const week of [3, 20, 90, 300]) expect(Math.abs(told({ counts }, week, 6).mu - 6)).toBeLessThan(3);
	});

	it('begins with the gamma-Poisson law of its parent: size 2 + events', () => {
		const { mu, spread } = told({ counts: [4, 0, 1, 0] }, 3, 2);

		expect(mu).toBeCloseTo((2 + 5) / (2 / 2 + 3), 12);
		expect(mu / (spread - 1)).toBeCloseTo(7, 12);
	});

	it('never reads the count of the week it judges, nor later ones', () => {
		const counts = draw('blind', 300, () => 4);
		for (const week of [5, 40, 120, 290]) {
			const changed = counts.map((count, at) => (at >= week ? 999 : count));
			expect(told({ counts: changed }, week, 4)).toEqual(told({ counts }, week, 4));
		}
	});

	it('leaves missing weeks out rather than taking them for zero', () => {
		const counts = draw('gaps', 200, () => 10);
		const holed = counts.map((count, week) => (week % 3 === 0 || (week > 100 && week < 120) ? null : count));

		for (const week of [50, 199]) expect(Math.abs(told({ counts: holed }, week).mu - 10)).toBeLessThan(3);
	});

	it('has an answer for a series without any event, and is not alarmed by a first one there', () => {
		const counts = new Array<number>(200).fill(0);
		for (const week of [20, 199]) {
			const found = told({ counts }, week);
			expect(found.mu).toBeLessThan(0.1);
			expect(judge(0, found)).toMatchObject({ p: 1, excess: -found.mu });
		}
	});

	it('takes more reporters for more reporters, not for a rise', () => {
		const exposure = Array.from({ length: 150 }, (_, week) => (week < 147 ? 100 : 400));
		const counts = draw('adoption', 150, (week) => (exposure[week] ?? 0) / 20);

		expect(judge(counts[149] ?? 0, told({ counts, exposure }, 149)).p).toBeGreaterThan(0.01);
		expect(judge(counts[149] ?? 0, told({ counts }, 149)).p).toBeLessThan(1e-3);
	});

	it('expects nothing of a week in which nobody reported', () => {
		const counts = draw('nobody', 100, () => 5);
		const exposure = counts.map((_, week) => (week === 99 ? 0 : 50));

		expect(expected({ counts, exposure }, 99)).toBeNull();
	});

	it.each([
		['lately', 140],
		['long ago', 80],
	])('knows a level that changed %s, when it is told', (_, at) => {
		const counts = draw('relaunch', 160, (week) => (week < at ? 3 : 15));

		const knowing = told({ counts, breaks: [at] }, 159);
		expect(knowing.mu).toBeGreaterThan(10);
		expect(knowing.mu).toBeLessThan(22);
	});

	it('learns holidays: a week of three is expected to be low', () => {
		const holidayShare = Array.from({ length: 260 }, (_, week) => (week % 13 === 6 ? 0.4 : 0));
		const counts = draw('holidays', 260, (week) => 20 * (1 - (holidayShare[week] ?? 0)));

		const [off, usual] = [told({ counts, holidayShare }, 253), told({ counts, holidayShare }, 252)];
		expect(holidayShare[253]).toBe(0.4);
		expect(off.mu / usual.mu).toBeLessThan(0.8);
	});
});
