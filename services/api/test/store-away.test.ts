import { ReleaseList } from '@vigie/schemas/http';
import { cleanUp } from '@vigie/test/cleanup';
import { useClickHouse } from '@vigie/test/engines';
import { startTcpProxy } from '@vigie/test/tcp-proxy';
import { expect, test } from 'vitest';
import { codeOf, readAs, useApi } from './fixture.js';
import { publishWeek } from './published.js';

const clickhouse = await useClickHouse();

// The network to the store is cut, and comes back.
test('while the store is away a reader is told to come back; what needs no store is served', async () => {
	await publishWeek(clickhouse, '2026-W45', { total: [{ coordinates: [], y: 40 }] });
	const proxy = await startTcpProxy(Number(new URL(clickhouse.url).port));
	cleanUp(() => proxy.close());
	const api = await useApi(clickhouse, { CLICKHOUSE_URL: `http://127.0.0.1:${proxy.port}` });

	proxy.cut();
	const refused = await api.get('/v1/releases');
	const taxonomy = await api.get('/v1/taxonomy');
	proxy.restore();
	const { releases } = await readAs(await api.get('/v1/releases'), ReleaseList);

	expect([refused.status, await codeOf(refused)]).toEqual([503, 'unavailable']);
	expect(refused.headers.get('retry-after')).toBe('5');
	expect(taxonomy.status).toBe(200);
	expect(releases).toHaveLength(1);
});
