import { readdirSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { publishedSchemas } from '../src/published-schemas.js';

const data = fileURLToPath(new URL('../data', import.meta.url));

const frozenPaths = ['events', 'admitted-event'].flatMap((folder) =>
	readdirSync(`${data}/${folder}`, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(data, `${entry.parentPath}/${entry.name}`).replace(/\.json$/, '')),
);

const current = publishedSchemas();

it('every version has its frozen JSON Schema, and none was withdrawn', () => {
	expect(Object.keys(current).sort()).toEqual([...frozenPaths].sort());
});

it.each(frozenPaths)('%s is today what it was when published', (path) => {
	const frozen: unknown = JSON.parse(readFileSync(`${data}/${path}.json`, 'utf8'));

	expect(current[path]).toEqual(frozen);
});

it.each(frozenPaths)('%s refuses fields it does not name', (path) => {
	const schema = path.startsWith('events/') ? current[path] : current[path]?.properties;

	expect(JSON.stringify(schema)).toContain('"additionalProperties":false');
});
