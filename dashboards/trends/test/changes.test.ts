import { expect, test } from 'vitest';
import { demoNews } from '../../ui/test/support/published-fixture.js';
import { changesOf, filtersOf, isJudged } from '../src/logic/changes.js';
import { NO_FILTER } from '../src/logic/filters.js';

const { signals } = demoNews();
const [burst, drift] = signals;
if (!burst || !drift) throw new Error('no signals');

test('at most seven signals are listed, what ended a month ago is not', () => {
	const many = Array.from({ length: 9 }, (_, rank) => ({ ...burst, id: String(rank).repeat(32) }));
	const over = { ...burst, transition: 'closed' as const, level: 'usual' as const };

	expect(changesOf(many, '2026-W47')).toHaveLength(7);
	expect(changesOf([over], '2026-W47')).toEqual([over]);
	expect(changesOf([{ ...over, asOf: '2026-10-13T05:15:00Z' }], '2026-W47')).toEqual([]);
});

test('a signal leads to its series: its platform, its région, the group of its kind', () => {
	const kind = { ...burst.coordinates, kind: 'PANNE' };

	expect(filtersOf(drift, { ...NO_FILTER, period: '2-ans' })).toMatchObject({
		period: '2-ans',
		platform: 'CAF_MON_COMPTE',
		territory: { kind: 'region', code: '32' },
		group: null,
	});
	expect(filtersOf({ ...burst, coordinates: kind }, NO_FILTER)).toMatchObject({
		platform: 'ANTS',
		territory: { kind: 'france' },
		group: 'TECHNIQUE',
	});
});

test('a week is judged once the judging has come to it: not while weeks before it are', () => {
	expect(isJudged({ asOf: '2026-11-24T05:00:00Z' }, '2026-W47')).toBe(true);
	expect(isJudged({ asOf: '2026-11-17T05:00:00Z' }, '2026-W47')).toBe(false);
	expect(isJudged({ asOf: null }, '2026-W47')).toBe(false);
});
