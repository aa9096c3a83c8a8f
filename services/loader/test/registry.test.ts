import { createQuerier } from '@vigie/kit/clickhouse';
import type { RegistryRecord } from '@vigie/schemas/registry';
import { useClickHouse } from '@vigie/test/engines';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { useStream, waitUntil } from './fixture.js';

const clickhouse = await useClickHouse();
const read = createQuerier(clickhouse.clientOf('api'))({
	sql: `
		SELECT type, id, body
		FROM state.registry FINAL
		ORDER BY key`,
	params: z.object({}),
	row: z.object({ type: z.string(), id: z.string(), body: z.string() }),
});

const structure = (id: string, epoch: number): RegistryRecord => ({
	type: 'structure',
	id,
	label: 'CCAS de Vigie',
	organisation: 'ville',
	family: 'COMMUNE',
	departement: '75',
	body: null,
	epoch,
	active: true,
});

test('the registry is projected with the last state of each record; an unreadable record holds nothing back', async () => {
	const stream = await useStream();
	await stream.startLoader(clickhouse.configOf('loader'));
	const recordOf = (record: RegistryRecord) => ({
		key: `${record.type}:${record.id}`,
		value: JSON.stringify(record),
	});

	await stream.send([recordOf(structure('ccas-1', 0)), recordOf(structure('ccas-2', 0))], 'registry.v1');
	await waitUntil(async () => (await read({})).length === 2, 'two records');
	await stream.send(
		[
			{ key: 'structure:ccas-1', value: '{"type":"structure"}' },
			recordOf(structure('ccas-1', 1)),
			{ key: 'structure:ccas-2', value: null },
		],
		'registry.v1',
	);
	await waitUntil(async () => (await read({})).some(({ body }) => body === ''), 'a deleted record');

	const rows = await read({});
	expect(rows.map(({ id, body }) => [id, body === '' ? null : JSON.parse(body)])).toEqual([
		['ccas-1', structure('ccas-1', 1)],
		['ccas-2', null],
	]);
});
