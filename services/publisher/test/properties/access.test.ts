import { grantsOf, renderGrantStatements } from '@vigie/clickhouse/roles';
import { useClickHouse } from '@vigie/test/engines';
import { expect, it } from 'vitest';
import { z } from 'zod';

// P11: no exact count leaves the private tables, for the engine itself refuses their readers.
const engine = await useClickHouse();
const migrator = engine.clientOf('migrator');
const tablesOf = async (database: string): Promise<string[]> => {
	const result = await migrator.query({
		query: 'SELECT name FROM system.tables WHERE database = {database: String} ORDER BY name',
		query_params: { database },
		format: 'JSONEachRow',
	});
	return z
		.array(z.object({ name: z.string() }))
		.parse(await result.json())
		.map(({ name }) => name);
};
const privateTables = await tablesOf('private');
const readers = ['api', 'reporter'] as const;
type Role = (typeof readers)[number] | 'publisher' | 'detector';
const ask = async (role: Role, query: string): Promise<string> => {
	const result = await engine.clientOf(role).query({ query, format: 'TabSeparated' });
	return result.text();
};
const REFUSED = { code: '497' };

it('there are private tables to refuse, and the publisher reads them', async () => {
	expect(privateTables).toEqual(
		expect.arrayContaining([
			'events',
			'cell_facts',
			'cell_structures',
			'closing_events',
			'signal_states',
			'detected_signals',
			'weekly_judgements',
			'repair_votes',
		]),
	);
	for (const table of privateTables) await ask('publisher', `SELECT count() FROM private.${table}`);
});

const expectP11 = async (role: Role, tables = privateTables): Promise<void> => {
	for (const table of tables) {
		await expect(ask(role, `SELECT count() FROM private.${table}`), table).rejects.toMatchObject(REFUSED);
		await expect(ask(role, `SELECT * FROM private.${table} LIMIT 1`), table).rejects.toMatchObject(REFUSED);
	}
	for (const query of [
		"SELECT count() FROM merge('private', 'cell_facts')",
		'SELECT count() FROM published.cells WHERE y IN (SELECT n FROM private.cell_facts)',
		'SELECT (SELECT max(n) FROM private.cell_facts)',
		"SELECT * FROM remote('127.0.0.1', 'private', 'cell_facts')",
		"SELECT * FROM file('/etc/hostname', 'LineAsString')",
	])
		await expect(ask(role, query), query).rejects.toMatchObject({ code: expect.stringMatching(/^\d+$/) });
};

it.each(readers)(
	'P11: the engine refuses %s every private table, each column, and every roundabout way',
	async (role) => expectP11(role),
);

it('P11 is seen to fail for whoever is let in: to all that is private, or only by a roundabout way', async () => {
	await expect(expectP11('publisher')).rejects.toThrow();
	await expect(expectP11('detector')).rejects.toThrow();
	await expect(expectP11('detector', [])).rejects.toThrow();
});

it.each(readers)('%s writes nothing and empties nothing, not even what it reads', async (role) => {
	const client = engine.clientOf(role);
	for (const query of [
		'TRUNCATE TABLE published.cells',
		'ALTER TABLE published.cells DELETE WHERE 1',
		'DROP TABLE published.manifest',
		"INSERT INTO published.manifest (release) VALUES ('2026-W46')",
		'CREATE TABLE published.copy ENGINE = Memory AS SELECT * FROM private.cell_facts',
	])
		await expect(client.command({ query }), query).rejects.toMatchObject(REFUSED);
});

it.each(readers)(
	'on a server, the statements give %s what is published and the state, nothing private',
	(role) => {
		const granted = renderGrantStatements().filter(
			(sentence) => sentence.startsWith('GRANT ') && sentence.includes(` TO ${role}`),
		);

		expect(granted.length).toBeGreaterThan(0);
		expect(granted.filter((sentence) => sentence.includes('private'))).toEqual([]);
		expect(grantsOf(role).map(({ on }) => on)).toEqual(['published.*', 'state.*']);
		expect(grantsOf(role).every(({ privileges }) => privileges.join() === 'SELECT')).toBe(true);
	},
);
