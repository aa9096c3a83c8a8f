import { barPointsOf, highestOf } from '@vigie/dashboard-ui/bar-points';
import { pointsOf } from '@vigie/dashboard-ui/series-points';
import { expect, test } from 'vitest';
import { manifests, seriesOf, tableOf } from '../../ui/test/support/published-fixture.js';
import { editionOf, releasesOver, yearBefore } from '../src/logic/edition.js';
import { NO_FILTER } from '../src/logic/filters.js';
import { whereQuery } from '../src/logic/where-query.js';

const editionAt = (week: string | null) => {
	const edition = editionOf(manifests, week);
	if (!edition) throw new Error('nothing published');
	return edition;
};

test('an edition is the week, and the month and quarter closed by then', () => {
	const { week, month, quarter } = editionAt('2026-W46');

	expect([week.release, month?.release, quarter?.release]).toEqual(['2026-W46', '2026-M10', '2026-Q3']);
	expect(editionAt(null).week.release).toBe('2026-W47');
	expect(editionOf([], null)).toBeNull();
});

test('an edition never shows what came later', () => {
	const edition = editionAt('2026-W40');

	expect(edition.releases.every(({ end }) => end <= edition.week.end)).toBe(true);
	expect(
		releasesOver(edition, 'week', '13-semaines')
			.map(({ release }) => release)
			.at(-1),
	).toBe('2026-W40');
});

test('the year before is the same month by name, where it is published', () => {
	const edition = editionAt(null);

	expect(edition.month && yearBefore(edition, edition.month)?.release).toBe('2025-M11');
	expect(edition.quarter && yearBefore(edition, edition.quarter)).toBeNull();
});

test('a point sums displayed cells only, and counts the hidden ones', () => {
	const known = seriesOf('week', 'platform', new URLSearchParams({ from: '2026-W46', to: '2026-W47' }));
	if (!known) throw new Error('not in the lattice');
	const values = [
		[20, null, 900],
		[null, null, 900],
	];
	const points = pointsOf({ ...known, coordinates: [['A'], ['B'], ['C']], values }, { platform: ['A', 'B'] });

	expect(points).toEqual([
		{ release: '2026-W46', value: 20, shown: 1, hidden: 1 },
		{ release: '2026-W47', value: null, shown: 0, hidden: 2 },
	]);
});

test('a bar’s ± grows with the cells it sums', () => {
	const [point] = [{ release: '2026-W47', value: 80, shown: 4, hidden: 0 }];
	const bars = barPointsOf(point ? [point] : [], manifests);

	expect(bars[0]?.plusOrMinus).toBe(8);
	expect(highestOf(bars)?.value).toBe(80);
	expect(highestOf([])).toBeNull();
});

test('the same cell reads the same in a table and in a series', () => {
	const table = tableOf('2026-W47', 'platform');
	const series = seriesOf('week', 'platform', new URLSearchParams({ from: '2026-W47', platform: 'ANTS' }));

	expect(series?.values[0]?.[0]).toBe(table?.rows.find(({ coordinates }) => coordinates[0] === 'ANTS')?.y);
});

test('the map follows platform and right as far as the lattice goes, and says what it cannot', () => {
	const edition = editionAt(null);
	const map = (changes: object) => whereQuery(edition, { ...NO_FILTER, ...changes });

	expect(map({})).toMatchObject({ level: 'week', node: { id: 'departement' }, notFollowed: [] });
	expect(map({})?.releases).toHaveLength(4);
	expect(map({ platform: 'ANTS', group: 'CONTACT' })).toMatchObject({
		level: 'month',
		notFollowed: ['group'],
	});
	expect(map({ platform: 'ANTS', benefit: 'RSA' })).toMatchObject({ level: 'quarter', notFollowed: [] });
	expect(map({ benefit: 'RSA' })).toMatchObject({ node: { id: 'departement' }, notFollowed: ['benefit'] });
});
