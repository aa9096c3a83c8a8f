import { createHash } from 'node:crypto';
import { ReleaseDetail, ReleaseDictionary, ReleaseTable } from '@vigie/schemas/http';
import { releaseFile } from '@vigie/schemas/release-files';
import { useClickHouse } from '@vigie/test/engines';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import { readAs, useApi } from './fixture.js';
import { publishWeek } from './published.js';

const clickhouse = await useClickHouse();
const platform = [
	{ coordinates: ['ANTS'], y: 21 },
	{ coordinates: ['CAF_MON_COMPTE'], y: null },
	{ coordinates: ['NON_PRECISE'], y: null, flag: 'impossible' as const },
];
const hash = await publishWeek(clickhouse, '2026-W45', { platform });
const api = await useApi(clickhouse);
const bytesOf = async (format: string): Promise<ArrayBuffer> =>
	(await api.get(`/v1/releases/2026-W45/platform.${format}`)).arrayBuffer();

test('a table has the same numbers as JSON, CSV and Parquet', async () => {
	const json = await readAs(await api.get('/v1/releases/2026-W45/platform.json'), ReleaseTable);
	const csv = Buffer.from(await bytesOf('csv'))
		.toString('utf8')
		.trim()
		.split('\r\n')
		.slice(1);
	const parquet = await parquetReadObjects({ file: await bytesOf('parquet') });

	expect(parquet).toEqual(
		json.rows.map(({ coordinates: [code], y, flag }) => ({
			release: '2026-W45',
			platform: code,
			value: y,
			flag,
			world: 'demo',
		})),
	);
	expect(csv).toEqual(
		parquet.map(({ release, platform, value, flag, world }) =>
			[release, platform, value ?? '', flag, world].join(','),
		),
	);
});

test('a Parquet file says in itself what it is, and is the same bytes each time', async () => {
	const response = await api.get('/v1/releases/2026-W45/platform.parquet');
	const first = await response.arrayBuffer();
	const table = await readAs(await api.get('/v1/releases/2026-W45/platform.json'), ReleaseTable);

	expect(response.headers.get('content-type')).toBe('application/vnd.apache.parquet');
	expect(response.headers.get('content-disposition')).toBe(
		'attachment; filename="vigie-demo-2026-W45-platform.parquet"',
	);
	expect(parquetMetadata(first).key_value_metadata).toEqual([
		{ key: 'vigie.release', value: '2026-W45' },
		{ key: 'vigie.table', value: 'platform' },
		{ key: 'vigie.hash', value: hash },
		{ key: 'vigie.world', value: 'demo' },
	]);
	expect(Buffer.from(releaseFile('parquet', table))).toEqual(Buffer.from(first));
});

test('a file that was built at the closing is the one that is served, and its manifest gives its hash', async () => {
	const body = Buffer.from('release,value,flag,world\r\n2026-W45,40,shown,demo\r\n');
	const sha256 = createHash('sha256').update(body).digest('hex');
	await publishWeek(clickhouse, '2026-W44', { total: [{ coordinates: [], y: 41 }] });
	await clickhouse.clientOf('publisher').insert({
		table: 'published.files',
		values: [
			{
				release: '2026-W44',
				node: 'total',
				format: 'csv',
				bytes: body.length,
				sha256,
				body: body.toString('base64'),
			},
		],
		format: 'JSONEachRow',
	});
	const another = await useApi(clickhouse);

	expect(await (await another.get('/v1/releases/2026-W44/total.csv')).text()).toBe(String(body));
	const { files } = await readAs(await another.get('/v1/releases/2026-W44'), ReleaseDetail);
	expect(files).toEqual([{ table: 'total', format: 'csv', bytes: body.length, sha256 }]);
});

test('the dictionary says what each column means, how numbers are made and how to add them up', async () => {
	const dictionary = await readAs(await api.get('/v1/releases/2026-W45/dictionary.json'), ReleaseDictionary);

	expect(dictionary).toMatchObject({
		hash,
		mechanism: { D: 5, V: 4 },
		summing: { halfWidth: '2 * sqrt(m * V)', example: { cells: 4, halfWidth: 8 } },
		tables: [{ table: 'platform', family: 'failures', dimensions: ['platform'] }],
	});
	const csv =
		Buffer.from(await bytesOf('csv'))
			.toString('utf8')
			.split('\r\n')[0]
			?.split(',') ?? [];
	const named = new Set(dictionary.columns.map(({ name }) => name));
	expect(csv.filter((column) => !named.has(column))).toEqual(['platform']);
});
