import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '@vigie/publisher/config';
import { solvePTable } from '@vigie/publisher/disclosure/p-table';
import { checkBase } from '@vigie/publisher/release/base';
import { start } from '@vigie/publisher/start';
import { checkLattice } from '@vigie/schemas/check-lattice';
import { type LatticeNode, lattice } from '@vigie/schemas/lattice';
import { cleanUp } from '@vigie/test/cleanup';
import { useClickHouse } from '@vigie/test/engines';
import { pino } from 'pino';
import { expect, it, vi } from 'vitest';
import { rowsIn } from './store.js';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const total: LatticeNode = { id: 'total', family: 'failures', dimensions: [] };
const without = { week: [total], month: [total], quarter: [total] };

it('the lattice that is published is well formed', () => {
	expect(checkLattice(lattice)).toBe(lattice);
});

it.each<readonly [string, Parameters<typeof checkLattice>[0], string]>([
	['two tables of one name', { ...without, week: [total, total] }, 'a week has two tables named total'],
	['no table at a level', { ...without, month: [] }, 'a month has 1 to 12 tables'],
	[
		'thirteen tables',
		{ ...without, quarter: [...lattice.quarter, { ...total, id: 'one-more' }] },
		'a quarter has 1 to 12 tables',
	],
	['a name that no address could hold', { ...without, week: [{ ...total, id: 'a/b' }] }, 'a/b needs a name'],
	['no name', { ...without, week: [{ ...total, id: '' }] }, 'a table needs a name'],
	[
		'a dimension twice',
		{ ...without, week: [{ id: 'twice', family: 'failures', dimensions: ['step', 'step'] }] },
		'twice crosses a dimension with itself',
	],
	[
		'one name for two tables',
		{ ...without, week: [{ ...total, dimensions: ['step'] }] },
		'total is another table at another level',
	],
	[
		'roles by territory',
		{ ...without, week: [{ id: 'who', family: 'failures', dimensions: ['roleFamily', 'departement'] }] },
		'who crosses roles with a territory',
	],
])('a lattice with %s is refused by a sentence', (_what, asked, sentence) => {
	expect(() => checkLattice(asked)).toThrow(sentence);
});

it.each([
	[{ D: 8, V: 6.25, js: 2, pstay: 2 }],
	[{ D: 8, V: -1, js: 2 }],
	[{ D: 8, V: Number.NaN, js: 2 }],
	[{ D: 2, V: 40, js: 1 }],
])('a perturbation table that cannot be, %j, is refused by a sentence and not solved by halves', (noise) => {
	expect(() => solvePTable(noise)).toThrow(/\w+ \w+/);
});

const engine = await useClickHouse();
const store = engine.clientOf('publisher');
await checkBase(store, '1', Buffer.alloc(32, 9));
await engine.clientOf('migrator').insert({
	table: 'state.world',
	values: [{ world: 'demo', since: '2026-11-02T00:00:00Z' }],
	format: 'JSONEachRow',
});
// What is refused is refused before the log and the queue are reached.
const env = {
	...engine.configOf('publisher'),
	KAFKA_BROKERS: '127.0.0.1:1',
	REDIS_URL: 'redis://127.0.0.1:1',
	VIGIE_PUBLISHER_PORT: '0',
	VIGIE_KEYS: '/nowhere',
};
const logger = pino({ level: 'silent' });

/** written counts all that a closing writes. */
const written = async (): Promise<number[]> =>
	Promise.all(
		['published.cells', 'published.manifest', 'published.files', 'private.cell_facts', 'private.bases'].map(
			(table) => rowsIn(store, table),
		),
	);
const keysWith = async (cell: string | null): Promise<string> => {
	const folder = await mkdtemp(join(tmpdir(), 'vigie-keys-'));
	cleanUp(() => rm(folder, { recursive: true, force: true }));
	if (cell !== null) await writeFile(join(folder, 'cell.key'), cell);
	return folder;
};

it.each<readonly [string, string | null, RegExp]>([
	['without a cell key', null, /cell/],
	['with a damaged one', 'not a key\n', /cell is damaged/],
	['with that of another base', `${'a'.repeat(64)}\n`, /is not that of base 1/],
])('a publisher does not start %s: it says so, and writes nothing', async (_what, cell, sentence) => {
	const before = await written();
	const config = readConfig({ ...env, VIGIE_KEYS: await keysWith(cell) });

	await expect(start(config, logger)).rejects.toThrow(sentence);

	expect(await written()).toEqual(before);
});

it.each([
	[{ VIGIE_PROFILE: 'tiny' }, 'VIGIE_PROFILE'],
	[{ VIGIE_BASE: 'Base 2' }, 'VIGIE_BASE'],
])('the variable %j is refused by its name', (change, name) => {
	expect(() => readConfig({ ...env, ...change })).toThrow(name);
});
