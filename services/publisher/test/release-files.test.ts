import { createHash } from 'node:crypto';
import { ReleaseTable } from '@vigie/schemas/http';
import { releaseFile } from '@vigie/schemas/release-files';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { type Report, useSmallWorld } from './small-world.js';
import { cellsOf } from './store.js';

const Files = z.array(
	z.object({
		node: z.string(),
		format: z.enum(['json', 'csv', 'parquet']),
		bytes: z.int(),
		sha256: z.string(),
		body: z.base64(),
	}),
);

it('a closing builds each table in every format, of what the open tier shows', async () => {
	const structures = ['a', 'b', 'c', 'd'];
	const world = await useSmallWorld(structures);
	await world.receive(
		Array.from(
			{ length: 60 },
			(_, event): Report => ({ event, week: '2026-W46', structure: structures[event % 4] ?? 'a' }),
		),
	);
	const { releases } = await world.close('2026-W46');

	const result = await world.publisher.query({
		query: 'SELECT * FROM published.files FINAL',
		format: 'JSONEachRow',
	});
	const files = Files.parse(await result.json());
	const cells = await cellsOf(world.publisher, '2026-W46');
	expect(files).toHaveLength(9 * 3);
	for (const { node, format, bytes, sha256, body } of files) {
		const file = Buffer.from(body, 'base64');
		const json = files.find((other) => other.node === node && other.format === 'json')?.body ?? '';
		const table = ReleaseTable.parse(JSON.parse(Buffer.from(json, 'base64').toString('utf8')));
		expect(Buffer.from(releaseFile(format, table)).equals(file), `${node}.${format}`).toBe(true);
		expect([bytes, sha256]).toEqual([file.length, createHash('sha256').update(file).digest('hex')]);
		expect(table.hash).toBe(releases[0]?.hash);
		for (const { coordinates, y, flag } of table.rows) {
			const cell = cells.get([node, ...coordinates].join('/'));
			expect(flag).toBe(cell?.openFlag);
			expect(y).toBe(flag === 'shown' ? cell?.y : null);
		}
	}
	expect([...cells.keys()].filter((at) => at.startsWith('region/'))).toHaveLength(
		ReleaseTable.parse(
			JSON.parse(
				Buffer.from(
					files.find(({ node, format }) => node === 'region' && format === 'json')?.body ?? '',
					'base64',
				).toString('utf8'),
			),
		).rows.length,
	);
});
