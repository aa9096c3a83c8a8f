import type { BarPoint } from '@vigie/dashboard-ui/bar-points';
import { addWeeks } from '@vigie/schemas/calendar';
import { expect, test } from 'vitest';
import { manifests } from '../../ui/test/support/published-fixture.js';
import { expectBars } from '../src/logic/expected-bars.js';

const [manifest] = manifests;
if (!manifest) throw new Error('the fixture has no release');

/** Sixty weeks of about forty reports; null where nothing is published. */
const weeks = (countOf: (index: number) => number | null): readonly BarPoint[] =>
	Array.from({ length: 60 }, (_, index) => {
		const release = addWeeks('2025-W20', index);
		return {
			release,
			value: countOf(index),
			shown: 1,
			hidden: 0,
			manifest: { ...manifest, level: 'week' as const, release },
			plusOrMinus: 5,
		};
	});
const usual = (index: number): number => 38 + ((index * 7) % 5);

test('the last weeks of a report’s series are held each against what was expected of it', async () => {
	const expected = await expectBars(weeks(usual), 26);

	expect(expected.size).toBe(26);
	// Less in weeks with public holidays, which these counts do not know.
	for (const { expected: mu, low, high, threshold } of expected.values()) {
		expect(mu).toBeGreaterThan(25);
		expect(mu).toBeLessThan(46);
		expect(low).toBeLessThanOrEqual(mu);
		expect(high).toBeLessThanOrEqual(threshold);
	}
});

test('no line is drawn where too many weeks are not published, nor of months', async () => {
	const hidden = weeks((index) => (index % 3 === 0 ? null : usual(index)));
	const months = weeks(usual).map((bar) => ({
		...bar,
		manifest: { ...bar.manifest, level: 'month' as const },
	}));

	expect((await expectBars(hidden, 26)).size).toBe(0);
	expect((await expectBars(months, 26)).size).toBe(0);
});
