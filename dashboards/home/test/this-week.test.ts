import { NON_PRECISE } from '@vigie/schemas/taxonomy';
import { expect, test } from 'vitest';
import { seriesOf } from '../../ui/test/support/published-fixture.js';
import { thisWeekOf } from '../src/this-week.js';

const series = (id: string, coordinates: string[][], values: (number | null)[][]) => {
	const known = seriesOf('week', id, new URLSearchParams({ from: '2026-W46', to: '2026-W47' }));
	if (!known) throw new Error('not in the lattice');
	return { ...known, coordinates, values };
};
const total = series('total', [[]], [[4000], [5000]]);

test('the week names the three most reported platforms and their share', () => {
	const platforms = series(
		'platform',
		[['CAF_MON_COMPTE'], ['AMELI'], [NON_PRECISE], ['ANTS'], ['MSA']],
		[[1000, 500, 2000, 250, 100]],
	);

	expect(thisWeekOf(total, platforms)).toEqual({
		totals: [4000, 5000],
		last: 5000,
		platforms: ['CAF_MON_COMPTE', 'AMELI', 'ANTS'],
		share: 0.35,
	});
});

test('a hidden total leaves the share out', () => {
	const hidden = series('total', [[]], [[4000], [null]]);
	const platforms = series('platform', [['ANTS']], [[250]]);

	expect(thisWeekOf(hidden, platforms)).toMatchObject({ last: null, share: null });
});

test('a week of which no platform is published names none', () => {
	const platforms = series('platform', [['ANTS']], [[null]]);

	expect(thisWeekOf(total, platforms)).toMatchObject({ platforms: [], share: null });
});
