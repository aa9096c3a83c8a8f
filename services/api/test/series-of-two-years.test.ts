import { addWeeks } from '@vigie/schemas/calendar';
import { SeriesTable } from '@vigie/schemas/http';
import { useClickHouse } from '@vigie/test/engines';
import { expect, test } from 'vitest';
import { readAs, useApi } from './fixture.js';
import { publishWeek } from './published.js';

const clickhouse = await useClickHouse();
const WEEKS = 104;
const SIDE = 45;

// Two years of the largest weekly node, on an engine and a cache that have not seen them yet.
test('two years of 2 000 coordinates are answered whole, in one answer of constant shape', {
	timeout: 120_000,
}, async () => {
	const codes = Array.from({ length: SIDE }, (_, index) => `CODE_${String(index).padStart(2, '0')}`);
	const cells = codes.flatMap((left) =>
		codes.map((right, index) => ({ coordinates: [left, right], y: index % 3 === 0 ? 16 + index : null })),
	);
	for (let index = 0; index < WEEKS; index += 1)
		await publishWeek(clickhouse, addWeeks('2024-W46', index), { 'platform-kind': cells });
	const api = await useApi(clickhouse);
	await api.get('/v1/releases');

	const response = await api.get('/v1/series/week/platform-kind.json');
	const series = SeriesTable.parse(JSON.parse(await response.text()));

	expect(series.values).toHaveLength(WEEKS);
	expect(series.values[0]).toHaveLength(SIDE * SIDE);
	await readAs(await api.get('/v1/series/week/platform-kind.json'), SeriesTable);
});
