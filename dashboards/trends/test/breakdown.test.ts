import { expect, test } from 'vitest';
import { seriesOf } from '../../ui/test/support/published-fixture.js';
import { breakdownsOf, linesOf } from '../src/logic/breakdown.js';
import { type Filters, NO_FILTER } from '../src/logic/filters.js';

const nodes = (changes: Partial<Filters>) =>
	breakdownsOf({ ...NO_FILTER, ...changes }, 'standard').map(({ node }) => node.id);

test('without a platform the lines are platforms, in the chosen région or for the chosen right', () => {
	expect(nodes({})).toEqual(['platform']);
	expect(nodes({ territory: { kind: 'region', code: '32' } })).toEqual(['region-platform']);
	expect(nodes({ benefit: 'RSA' })).toEqual(['platform-benefit']);
});

test('on a platform the lines are what happens, then the steps', () => {
	expect(nodes({ platform: 'ANTS' })).toEqual(['platform-kind', 'platform-step']);
});

test('a choice that the table does not hold is told, not silently dropped', () => {
	const [kinds] = breakdownsOf(
		{
			...NO_FILTER,
			platform: 'ANTS',
			benefit: 'PASSEPORT_CNI',
			group: 'CONTACT',
		},
		'standard',
	);

	expect(kinds?.notFollowed).toEqual(['benefit']);
});

test('lines are ordered by their last four weeks, so that what has just risen is seen', () => {
	const [breakdown] = breakdownsOf(NO_FILTER, 'standard');
	const series = seriesOf('week', 'platform', new URLSearchParams({ from: '2026-W43' }));
	if (!breakdown || !series) throw new Error('not in the lattice');
	const coordinates = [['CAF_MON_COMPTE'], ['ANTS'], ['NON_PRECISE'], ['MSA']];
	const values = [900, 20, 20, 20, 20].map((caf, week) => [caf, week < 4 ? 60 : null, 5000, null]);

	const lines = linesOf({ ...series, coordinates, values }, breakdown);

	expect(lines.map(({ code }) => code)).toEqual(['ANTS', 'CAF_MON_COMPTE']);
});
