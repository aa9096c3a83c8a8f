import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { departements } from '../src/taxonomy/lists/departements.js';
import { departementTiles } from '../src/taxonomy/lists/department-tiles.js';
import { codesOf } from '../src/taxonomy.js';

const folder = mkdtempSync(join(tmpdir(), 'territories-'));
afterAll(() => rmSync(folder, { recursive: true }));

const script = fileURLToPath(new URL('../scripts/generate-territories.mjs', import.meta.url));
execFileSync(process.execPath, [script, folder]);

describe('the territories are those of the official division', () => {
	it.each(['departements.ts', 'regions.ts', 'departement-populations.ts'])('%s is as generated', (file) => {
		const committed = readFileSync(new URL(`../src/taxonomy/lists/${file}`, import.meta.url), 'utf8');
		expect(committed).toBe(readFileSync(join(folder, file), 'utf8'));
	});

	it('keeps Corsica and overseas, and no other 20', () => {
		const codes: readonly string[] = codesOf('departements');
		expect(codes).toEqual(expect.arrayContaining(['2A', '2B', '971', '972', '973', '974', '976']));
		expect(codes).not.toContain('20');
	});

	it('gives overseas workers their own hour, in zones that exist', () => {
		const zones = new Set(departements.map(({ timeZone }) => timeZone));
		expect(zones.size).toBe(6);
		for (const timeZone of zones) {
			expect(() => new Intl.DateTimeFormat('fr', { timeZone })).not.toThrow();
		}
	});
});

describe('the tile map', () => {
	it('places each département once, on a square of its own', () => {
		expect(departementTiles.map(({ code }) => code).sort()).toEqual([...codesOf('departements')].sort());
		const squares = new Set(departementTiles.map(({ column, row }) => `${column}:${row}`));
		expect(squares.size).toBe(101);
	});

	it('keeps overseas départements in the first column and 13 rows in all', () => {
		const overseas = departementTiles.filter(({ column }) => column === 0).map(({ code }) => code);
		expect(overseas).toEqual(['971', '972', '973', '974', '976']);
		expect(Math.max(...departementTiles.map(({ row }) => row))).toBe(12);
	});
});
