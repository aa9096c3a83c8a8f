import { incidentsOf } from '@vigie/dashboard-ui/incidents';
import { expect, test } from 'vitest';
import { demoNews } from '../../ui/test/support/published-fixture.js';
import { changesOf, filtersOf, isJudged } from '../src/logic/changes.js';
import { NO_FILTER } from '../src/logic/filters.js';

const { signals } = demoNews();
const [burst, drift] = signals;
if (!burst || !drift) throw new Error('no signals');

const on = (signal: typeof burst, id: string, change: Partial<typeof burst.coordinates>) => ({
	...signal,
	id: id.repeat(32),
	coordinates: { ...signal.coordinates, ...change },
});

test('at most seven incidents are listed, what ended a month ago is not', () => {
	const platforms = [
		'CAF_MON_COMPTE',
		'AMELI',
		'ANTS',
		'IMPOTS',
		'ANEF',
		'MSA',
		'CPF',
		'C2S_SITE',
		'FRANCECONNECT',
	];
	const many = platforms.map((platform, rank) => on(burst, String(rank), { platform }));
	const over = { ...burst, transition: 'closed' as const, level: 'usual' as const };

	expect(changesOf(many, '2026-W47')).toHaveLength(7);
	expect(changesOf([over], '2026-W47')).toEqual([{ main: over, others: [] }]);
	expect(changesOf([{ ...over, asOf: '2026-10-13T05:15:00Z' }], '2026-W47')).toEqual([]);
});

test('what began together on a platform is one incident, told by the country’s signal of the highest level', () => {
	const inRegion = on(burst, '1', { territory: 'R11' });
	const country = on(burst, '2', { kind: 'PANNE' });
	const weaker = { ...on(burst, '3', { step: 'CONNEXION' }), level: 'watch' as const };
	const earlier = { ...on(burst, '4', { kind: 'AUTRE' }), onset: '2026-08-30T22:00:00Z' };
	const elsewhere = on(burst, '5', { platform: 'AMELI' });
	const verdict = { ...on(burst, '6', {}), family: 'verdict' as const };

	expect(incidentsOf([inRegion, country, elsewhere, weaker, earlier, verdict])).toEqual([
		{ main: country, others: [inRegion, weaker] },
		{ main: elsewhere, others: [] },
		{ main: earlier, others: [] },
		{ main: verdict, others: [] },
	]);
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
