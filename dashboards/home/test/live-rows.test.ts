import type { LiveLevel } from '@vigie/schemas/live';
import { expect, test } from 'vitest';
import { rowsOf } from '../src/live-rows.js';

const level = (platform: string, territory: string, of: LiveLevel['level']): LiveLevel => ({
	platform,
	territory,
	level: of,
	since: '2026-11-24T09:15:00Z',
	band: '6-9',
	sentence: { key: 'outage.country.strong', parameters: { platform } },
});

test('a platform that fails in the country and in régions is told once, with the régions where it fails as strongly, the strongest platform first', () => {
	const [caf, north, east, west, country] = [
		level('CAF_MON_COMPTE', 'FR', 'signal'),
		level('ANTS', 'R32', 'strong'),
		level('ANTS', 'R44', 'strong'),
		level('ANTS', 'R53', 'watch'),
		level('ANTS', 'FR', 'strong'),
	];

	expect(rowsOf([caf, west, north, east, country])).toEqual([
		{ main: country, alsoIn: ['32', '44'] },
		{ main: caf, alsoIn: [] },
	]);
});

test('a région that is stronger than the country tells the platform', () => {
	const [country, north] = [level('ANTS', 'FR', 'watch'), level('ANTS', 'R32', 'strong')];

	expect(rowsOf([country, north])).toEqual([{ main: north, alsoIn: [] }]);
});
