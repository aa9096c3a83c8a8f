import { expect, it } from 'vitest';
import { RegistryRecord, registryKey } from '../src/registry.js';

const hash = 'a'.repeat(64);
const expiresAt = '2027-01-01T00:00:00Z';

const records = [
	{
		type: 'structure',
		id: 'structure-1',
		label: 'Une structure',
		organisation: 'organisation-1',
		family: 'COMMUNE',
		departement: '2A',
		body: null,
		epoch: 0,
		active: true,
	},
	{ type: 'link', id: 'link-1', structure: 'structure-1', secretHash: hash, expiresAt, revoked: false },
	{ type: 'revoked-device', id: '6f1d3c1e-5a0f-4b7e-9c55-0d6a3a2f4b10' },
	{
		type: 'api-key',
		id: 'key-1',
		structure: 'structure-1',
		roleFamily: 'TRAVAIL_SOCIAL',
		secretHash: hash,
		scopes: ['ingest'],
		expiresAt,
		revoked: false,
	},
	{ type: 'world', id: 'world', world: 'demo', since: expiresAt },
	{ type: 'history', id: 'history', firstWeek: '2024-W46', lastWeek: '2026-W45', weeks: 104 },
] as const satisfies readonly RegistryRecord[];

it.each(records)('a record of type $type is read as it was written, under its own key', (record) => {
	expect(RegistryRecord.parse(record)).toEqual(record);
	expect(registryKey(record)).toBe(`${record.type}:${record.id}`);
});

it.each(records)('a record of type $type holds nothing but what it names', (record) => {
	expect(RegistryRecord.safeParse({ ...record, secret: 'x' }).success).toBe(false);
});

it('no two records share a key', () => {
	expect(new Set(records.map(registryKey)).size).toBe(records.length);
});

it.each([
	['an identifier with a colon, which would be another key', { ...records[1], id: 'a:b' }],
	['a secret in the place of its hash', { ...records[1], secretHash: 'secret' }],
	['a key without any right', { ...records[3], scopes: [] }],
	['a right that does not exist', { ...records[3], scopes: ['admin'] }],
	['a third world', { ...records[4], world: 'test' }],
	['a second world', { ...records[4], id: 'other' }],
	['a type that does not exist', { type: 'person', id: 'x' }],
])('%s is refused', (_title, record) => {
	expect(RegistryRecord.safeParse(record).success).toBe(false);
});
