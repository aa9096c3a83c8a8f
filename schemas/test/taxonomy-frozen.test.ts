import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { knownVersions, taxonomyDocument } from '../src/taxonomy.js';

/** The fields that make what a code means; wordings of hints, hostnames, owners and habits may change. */
const meaningful = [
	'code',
	'fr',
	'since',
	'group',
	'severity',
	'infers',
	'type',
	'family',
	'node',
	'region',
	'phase',
];

const document = z.object({
	version: z.string(),
	lists: z.record(z.string(), z.array(z.looseObject({ code: z.string() }))),
});

const meaningOf = (entry: object) =>
	Object.fromEntries(Object.entries(entry).filter(([field]) => meaningful.includes(field)));

describe.each(knownVersions)('version %s of the taxonomy, once published', (version) => {
	const text = readFileSync(new URL(`../data/taxonomy-${version}.json`, import.meta.url), 'utf8');
	const frozen = document.parse(JSON.parse(text));
	const current = taxonomyDocument(version).lists;

	it('keeps its lists', () => {
		expect(frozen.version).toBe(version);
		expect(Object.keys(current)).toEqual(expect.arrayContaining(Object.keys(frozen.lists)));
	});

	it.each(Object.keys(frozen.lists))('keeps and never re-uses the codes of %s', (list) => {
		const published = frozen.lists[list]?.map(meaningOf);
		expect(current[list]?.map(meaningOf)).toEqual(published);
	});
});
