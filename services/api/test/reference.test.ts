import { PublicRegistry } from '@vigie/schemas/public-registry';
import { TAXONOMY_VERSION } from '@vigie/schemas/taxonomy';
import { TaxonomyBody } from '@vigie/schemas/taxonomy-body';
import { useClickHouse } from '@vigie/test/engines';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readAs, structure, useApi } from './fixture.js';

const clickhouse = await useClickHouse();
const api = await useApi(clickhouse);

test('the taxonomy is served with its version and all its lists', async () => {
	const taxonomy = await readAs(await api.get('/v1/taxonomy'), TaxonomyBody);

	expect(taxonomy.version).toBe(TAXONOMY_VERSION);
	expect(taxonomy.lists.platforms?.length).toBeGreaterThanOrEqual(40);
});

test('the public part of the registry tells bodies and their platforms, and no structure', async () => {
	await api.admin('POST', '/admin/structures', structure);
	const response = await api.get('/v1/registry');
	const text = await response.text();
	const { bodies } = PublicRegistry.parse(JSON.parse(text));

	expect(bodies.find(({ code }) => code === 'CNAF')?.platforms).toContain('CAF_MON_COMPTE');
	expect(text).not.toContain(structure.label);
	expect(text).not.toContain(structure.id);
});

test('the two documents of the contracts are served, and name what is served', async () => {
	const Document = z.looseObject({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) });
	const openapi = await readAs(await api.get('/openapi.json'), Document);
	const asyncapi = await readAs(await api.get('/asyncapi.json'), z.looseObject({ asyncapi: z.string() }));

	expect(openapi.openapi).toMatch(/^3\.1\./);
	expect(Object.keys(openapi.paths)).toContain('/v1/releases/{release}/{table}.json');
	expect(asyncapi.asyncapi).toMatch(/^3\./);
});

test.each([
	['/v1/releases', 'POST', 'GET, HEAD'],
	['/v1/taxonomy', 'DELETE', 'GET, HEAD'],
	['/v1/devices', 'GET', 'POST'],
	['/v1/series/week/platform.json', 'PUT', 'GET, HEAD'],
])('%s answers 405 to %s and says what it allows', async (path, method, allow) => {
	const response = await fetch(new URL(path, api.url), { method });

	expect(response.status).toBe(405);
	expect(response.headers.get('allow')).toBe(allow);
});
