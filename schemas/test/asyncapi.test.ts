import { readFileSync } from 'node:fs';
import specs from '@asyncapi/specs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { asyncApiDocument } from '../src/asyncapi.js';
import { topicNames } from '../src/topics.js';

const document = asyncApiDocument();

it('the document is valid AsyncAPI 3', () => {
	const ajv = new Ajv({ strict: false, allErrors: true });
	addFormats.default(ajv);
	const validate = ajv.compile(z.record(z.string(), z.unknown()).parse(specs.schemasWithoutId['3.0.0']));

	validate(document);

	expect(validate.errors ?? []).toEqual([]);
});

it('the document is the one that was reviewed: else run "npm run contracts -w @vigie/schemas"', () => {
	const reviewed: unknown = JSON.parse(
		readFileSync(new URL('../data/asyncapi.json', import.meta.url), 'utf8'),
	);

	expect(document).toEqual(reviewed);
});

it('every topic has its channel', () => {
	const { channels } = z
		.object({ channels: z.record(z.string(), z.object({ address: z.string() })) })
		.parse(document);

	expect(Object.values(channels).map(({ address }) => address)).toEqual(Object.values(topicNames));
});

it('every reference leads somewhere', () => {
	const references = JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g);

	for (const [, path = ''] of references) {
		let found: unknown = document;
		for (const name of path.split('/')) found = z.record(z.string(), z.unknown()).parse(found)[name];
		expect(found, path).toBeDefined();
	}
});
