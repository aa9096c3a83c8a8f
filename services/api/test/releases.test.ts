import { ReleaseDetail, ReleaseList, ReleaseTable } from '@vigie/schemas/http';
import { useClickHouse } from '@vigie/test/engines';
import { expect, test } from 'vitest';
import { codeOf, readAs, useApi } from './fixture.js';
import { publishWeek } from './published.js';

const clickhouse = await useClickHouse();
const platform = [
	{ coordinates: ['ANTS'], y: 21 },
	{ coordinates: ['CAF_MON_COMPTE'], y: null },
	{ coordinates: ['NON_PRECISE'], y: null, flag: 'impossible' as const },
];
const hash = await publishWeek(clickhouse, '2026-W45', { total: [{ coordinates: [], y: 40 }], platform });
await publishWeek(clickhouse, '2026-W44', { total: [{ coordinates: [], y: 30 }], platform });
const api = await useApi(clickhouse);

test('releases are listed in the order of time, each with its manifest', async () => {
	const { releases } = await readAs(await api.get('/v1/releases'), ReleaseList);
	const { files, ...manifest } = await readAs(await api.get('/v1/releases/2026-W45'), ReleaseDetail);

	expect(releases.map(({ release }) => release)).toEqual(['2026-W44', '2026-W45']);
	expect(manifest).toEqual(releases[1]);
	expect(files).toEqual([]);
	expect(manifest).toMatchObject({
		hash,
		level: 'week',
		tables: ['total', 'platform'],
		mechanism: { k: 16 },
	});
});

test('a table has every coordinate of its node, hidden ones flagged and without a value', async () => {
	const table = await readAs(await api.get('/v1/releases/2026-W45/platform.json'), ReleaseTable);

	expect(table).toEqual({
		release: '2026-W45',
		hash,
		table: 'platform',
		world: 'demo',
		dimensions: ['platform'],
		rows: [
			{ coordinates: ['ANTS'], y: 21, flag: 'shown' },
			{ coordinates: ['CAF_MON_COMPTE'], y: null, flag: 'protected' },
			{ coordinates: ['NON_PRECISE'], y: null, flag: 'impossible' },
		],
	});
});

test('a table is downloaded as CSV: a line a coordinate, named for its week and its world', async () => {
	const response = await api.get('/v1/releases/2026-W45/platform.csv');

	expect(response.headers.get('content-disposition')).toBe(
		'attachment; filename="vigie-demo-2026-W45-platform.csv"',
	);
	expect(response.headers.get('content-type')).toMatch('text/csv');
	expect(await response.text()).toBe(
		[
			'release,platform,value,flag,world',
			'2026-W45,ANTS,21,shown,demo',
			'2026-W45,CAF_MON_COMPTE,,protected,demo',
			'2026-W45,NON_PRECISE,,impossible,demo',
			'',
		].join('\r\n'),
	);
});

test.each([
	'/v1/releases',
	'/v1/releases/2026-W45',
	'/v1/releases/2026-W45/platform.json',
	'/v1/releases/2026-W45/platform.csv',
	'/v1/releases/2026-W45/platform.parquet',
	'/v1/releases/2026-W45/dictionary.json',
	'/v1/series/week/platform.json',
	'/v1/taxonomy',
	'/v1/registry',
	'/openapi.json',
	'/asyncapi.json',
])('%s has an ETag, and answers 304 to who holds it', async (path) => {
	const first = await api.get(path);
	const etag = first.headers.get('etag') ?? '';
	const again = await api.get(path, { 'if-none-match': `"other", W/${etag}` });
	const changed = await api.get(path, { 'if-none-match': '"other"' });

	expect(etag).toMatch(/^"[\w.-]+"$/);
	expect([first.status, again.status, changed.status]).toEqual([200, 304, 200]);
	expect(await again.text()).toBe('');
});

test.each([
	['/v1/releases/2026-W46', 'not_published'],
	['/v1/releases/2026-W46/platform.json', 'not_published'],
	['/v1/releases/anything', 'not_published'],
	['/v1/releases/2026-W45/departement-platform.json', 'not_in_lattice'],
	['/v1/releases/2026-W45/region.json', 'not_in_lattice'],
	['/v1/releases/2026-W45/platform.xml', 'not_found'],
	['/v1/releases/2026-W45/dictionary.csv', 'not_in_lattice'],
	['/v1/releases/2026-W99/dictionary.json', 'not_published'],
	['/v1/releases/2026-W45/signed/platform.json', 'not_found'],
	['/v1/series/week/platform.parquet', 'not_found'],
	['/v1/elsewhere', 'not_found'],
])('%s is the problem %s', async (path, code) => {
	const response = await api.get(path);

	expect(response.status).toBe(404);
	expect(await codeOf(response)).toBe(code);
});

// Last: what the api remembers of the releases, for a second, would change under another test.
test('a value that only the signed tier shows does not leave', async () => {
	const cell = { release: '2026-W43', node: 'platform', coordinates: ['ANTS'], y: 12 };
	await publishWeek(clickhouse, '2026-W43', { platform: [] });
	await clickhouse.clientOf('publisher').insert({
		table: 'published.cells',
		values: [{ ...cell, openFlag: 'protected', signedFlag: 'shown' }],
		format: 'JSONEachRow',
	});
	const another = await useApi(clickhouse);

	const table = await readAs(await another.get('/v1/releases/2026-W43/platform.json'), ReleaseTable);

	expect(table.rows).toEqual([{ coordinates: ['ANTS'], y: null, flag: 'protected' }]);
});
