import { useClickHouse } from '@vigie/test/engines';
import { expect, test } from 'vitest';

const clickhouse = await useClickHouse();
const client = clickhouse.clientOf('api');
const ACCESS_DENIED = '497';

test.each(['events', 'cell_facts', 'cell_structures', 'series_slot', 'series_week', 'ledger'])(
	'the engine itself refuses private.%s to the api',
	async (table) => {
		const asked = client.query({
			query: 'SELECT * FROM private.{table: Identifier}',
			query_params: { table },
		});

		await expect(asked).rejects.toMatchObject({ code: ACCESS_DENIED });
	},
);

test('the engine refuses the api any write', async () => {
	const written = client.insert({
		table: 'published.cells',
		values: [{ release: 'x' }],
		format: 'JSONEachRow',
	});

	await expect(written).rejects.toMatchObject({ code: ACCESS_DENIED });
});
