import { SeriesTable } from '@vigie/schemas/http';
import { useClickHouse } from '@vigie/test/engines';
import { expect, test } from 'vitest';
import { codeOf, readAs, useApi } from './fixture.js';
import { publishWeek } from './published.js';

const clickhouse = await useClickHouse();
const crossing = (y: number | null) => [
	{ coordinates: ['ANTS', 'ERREUR'], y },
	{ coordinates: ['ANTS', 'LENTEUR'], y: null },
	{ coordinates: ['CAF', 'ERREUR'], y: 100 },
	{ coordinates: ['CAF', 'LENTEUR'], y: null, flag: 'impossible' as const },
];
await publishWeek(clickhouse, '2026-W43', { 'platform-kind': crossing(17) });
await publishWeek(clickhouse, '2026-W44', { 'platform-kind': crossing(null) });
const hash = await publishWeek(clickhouse, '2026-W45', { 'platform-kind': crossing(19) });
const api = await useApi(clickhouse);
const path = '/v1/series/week/platform-kind';

test('a series is dense: a value or null for every release and coordinate, impossible ones apart', async () => {
	const series = await readAs(await api.get(`${path}.json`), SeriesTable);

	expect(series).toEqual({
		level: 'week',
		table: 'platform-kind',
		world: 'demo',
		dimensions: ['platform', 'failureKind'],
		releases: ['2026-W43', '2026-W44', '2026-W45'],
		hash,
		coordinates: [
			['ANTS', 'ERREUR'],
			['ANTS', 'LENTEUR'],
			['CAF', 'ERREUR'],
		],
		values: [
			[17, null, 100],
			[null, null, 100],
			[19, null, 100],
		],
		impossible: [['CAF', 'LENTEUR']],
	});
});

test('a window includes both its ends, and a fixed dimension keeps its coordinates alone', async () => {
	const asked = `${path}.json?from=2026-W44&to=2026-W45&platform=ANTS`;
	const series = await readAs(await api.get(asked), SeriesTable);

	expect(series.releases).toEqual(['2026-W44', '2026-W45']);
	expect(series.coordinates).toEqual([
		['ANTS', 'ERREUR'],
		['ANTS', 'LENTEUR'],
	]);
	expect(series.values).toEqual([
		[null, null],
		[19, null],
	]);
});

test('a hidden cell changes neither the shape nor the order of an answer', async () => {
	const shapeOf = async (week: string) => {
		const series = await readAs(await api.get(`${path}.json?from=${week}&to=${week}`), SeriesTable);
		return { coordinates: series.coordinates, lines: series.values.map((line) => line.length) };
	};

	expect(await shapeOf('2026-W44')).toEqual(await shapeOf('2026-W45'));
});

test('another question has another ETag', async () => {
	const tags = await Promise.all(
		['', '?from=2026-W44', '?platform=ANTS', '?platform=CAF'].map(async (query) =>
			(await api.get(`${path}.json${query}`)).headers.get('etag'),
		),
	);

	expect(new Set(tags).size).toBe(4);
});

test('a series is downloaded as CSV: a line a release and coordinate', async () => {
	const response = await api.get(`${path}.csv?from=2026-W45&to=2026-W45`);

	expect(response.headers.get('content-disposition')).toContain(
		'vigie-demo-series-week-platform-kind-2026-W45',
	);
	expect(await response.text()).toBe(
		[
			'release,platform,failureKind,value,flag,world',
			'2026-W45,ANTS,ERREUR,19,shown,demo',
			'2026-W45,ANTS,LENTEUR,,protected,demo',
			'2026-W45,CAF,ERREUR,100,shown,demo',
			'2026-W45,CAF,LENTEUR,,impossible,demo',
			'',
		].join('\r\n'),
	);
});

test('a level without a release gives an empty series, not an error', async () => {
	const series = await readAs(await api.get('/v1/series/quarter/platform.json'), SeriesTable);

	expect(series).toMatchObject({ releases: [], coordinates: [], values: [], hash: '' });
});

test.each([
	['/v1/series/week/departement-platform.json', 404, 'not_in_lattice'],
	['/v1/series/week/anything.json', 404, 'not_in_lattice'],
	['/v1/series/day/platform.json', 404, 'not_found'],
	[`${path}.json?departement=35`, 422, 'invalid_request'],
	[`${path}.json?from=2026-M11`, 422, 'invalid_request'],
	[`${path}.json?platform=%27%20OR%201`, 422, 'invalid_request'],
])('%s is the problem %i %s', async (asked, status, code) => {
	const response = await api.get(asked);

	expect(response.status).toBe(status);
	expect(await codeOf(response)).toBe(code);
});
