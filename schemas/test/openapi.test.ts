import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { httpContracts } from '../src/openapi/contracts.js';
import { openApiDocument } from '../src/openapi.js';

const server = 'http://127.0.0.1:8080';

const Content = z.record(
	z.string(),
	z.object({
		schema: z.looseObject({ $ref: z.string().optional() }),
		examples: z.record(z.string(), z.object({ value: z.unknown() })).optional(),
	}),
);
const Operation = z.object({
	operationId: z.string(),
	security: z.array(z.record(z.string(), z.array(z.string()))),
	requestBody: z.object({ content: Content }).optional(),
	responses: z.record(
		z.string(),
		z.object({ headers: z.record(z.string(), z.unknown()).optional(), content: Content.optional() }),
	),
});
const Document = z.object({ paths: z.record(z.string(), z.record(z.string(), Operation)) });

const document = openApiDocument(server);
const { paths } = Document.parse(document);
const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
const byId = operations.map((operation): [string, z.infer<typeof Operation>] => [
	operation.operationId,
	operation,
]);

const jsonBodies = ({ requestBody, responses }: z.infer<typeof Operation>) =>
	[requestBody, ...Object.values(responses)].flatMap((part) =>
		Object.entries(part?.content ?? {}).filter(([type]) => type.endsWith('json')),
	);

it('the document is valid OpenAPI 3.1', async () => {
	const validator = new Validator();

	const result = await validator.validate(structuredClone(document));

	expect(result.errors ?? []).toEqual([]);
	expect(validator.version).toBe('3.1');
});

it('the document is the one that was reviewed: else run "npm run contracts -w @vigie/schemas"', () => {
	const reviewed: unknown = JSON.parse(
		readFileSync(new URL('../data/openapi.json', import.meta.url), 'utf8'),
	);

	expect(document).toEqual(reviewed);
});

it('every public route is there, and no other', () => {
	const routes = Object.entries(paths).flatMap(([path, methods]) =>
		Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
	);

	expect(routes.sort()).toEqual([
		'DELETE /v1/admin/accounts/{id}/grants',
		'DELETE /v1/admin/api-keys/{id}',
		'DELETE /v1/admin/invitations/{id}',
		'DELETE /v1/admin/links/{id}',
		'DELETE /v1/bodies/{body}/maintenances/{id}',
		'DELETE /v1/bodies/{body}/recipients/{id}',
		'DELETE /v1/bodies/{body}/reply',
		'DELETE /v1/bodies/{body}/webhooks/{id}',
		'GET /asyncapi.json',
		'GET /openapi.json',
		'GET /v1/admin/accounts',
		'GET /v1/admin/api-keys',
		'GET /v1/admin/audit',
		'GET /v1/admin/comments',
		'GET /v1/admin/dead-letters',
		'GET /v1/admin/links',
		'GET /v1/admin/proposals',
		'GET /v1/admin/sendings',
		'GET /v1/admin/structures',
		'GET /v1/attestations',
		'GET /v1/attestations/{code}',
		'GET /v1/bodies/{body}/deliveries',
		'GET /v1/bodies/{body}/settings',
		'GET /v1/comments',
		'GET /v1/live',
		'GET /v1/maintenances',
		'GET /v1/me',
		'GET /v1/proposals/decisions',
		'GET /v1/registry',
		'GET /v1/releases',
		'GET /v1/releases/{release}',
		'GET /v1/releases/{release}/dictionary.json',
		'GET /v1/releases/{release}/{table}.csv',
		'GET /v1/releases/{release}/{table}.json',
		'GET /v1/releases/{release}/{table}.parquet',
		'GET /v1/reports',
		'GET /v1/reports/answers',
		'GET /v1/reports/public',
		'GET /v1/reports/{id}',
		'GET /v1/reports/{id}/report.pdf',
		'GET /v1/series/{level}/{table}.csv',
		'GET /v1/series/{level}/{table}.json',
		'GET /v1/session/callback',
		'GET /v1/session/login',
		'GET /v1/session/own',
		'GET /v1/signals',
		'GET /v1/taxonomy',
		'GET /v1/world',
		'POST /v1/admin/accounts/{id}/close',
		'POST /v1/admin/accounts/{id}/grants',
		'POST /v1/admin/api-keys',
		'POST /v1/admin/api-keys/{id}/rotate',
		'POST /v1/admin/dead-letters/drop',
		'POST /v1/admin/dead-letters/replay',
		'POST /v1/admin/devices/{id}/revoke',
		'POST /v1/admin/invitations',
		'POST /v1/admin/proposals/{id}/decision',
		'POST /v1/admin/structures',
		'POST /v1/admin/structures/{id}/links',
		'POST /v1/admin/structures/{id}/revoke-devices',
		'POST /v1/bodies/{body}/keys/{id}/rotate',
		'POST /v1/bodies/{body}/maintenances',
		'POST /v1/bodies/{body}/recipients',
		'POST /v1/bodies/{body}/recipients/{id}/test',
		'POST /v1/bodies/{body}/webhooks',
		'POST /v1/bodies/{body}/webhooks/{id}/rotate',
		'POST /v1/bodies/{body}/webhooks/{id}/test',
		'POST /v1/comments',
		'POST /v1/devices',
		'POST /v1/enrolment',
		'POST /v1/events',
		'POST /v1/events/batch',
		'POST /v1/proposals',
		'POST /v1/reports/{id}/commands',
		'POST /v1/session/end-others',
		'POST /v1/session/logout',
		'PUT /v1/bodies/{body}/reply',
	]);
	expect(new Set(byId.map(([id]) => id)).size).toBe(operations.length);
});

it.each(byId)('every example of %s is what its contract accepts', (_id, operation) => {
	for (const [, { schema, examples }] of jsonBodies(operation)) {
		const name = schema.$ref?.replace('#/components/schemas/', '');
		if (!name) continue;
		const contract = Object.entries(httpContracts).find(([known]) => known === name)?.[1].schema;
		for (const { value } of Object.values(examples ?? {})) expect(contract?.parse(value)).toEqual(value);
		expect(Object.keys(examples ?? {}), name).not.toEqual([]);
	}
});

it.each(byId)(
	'%s answers an error with a problem document, and says when to come back',
	(id, { responses }) => {
		const errors = Object.entries(responses).filter(([status]) => Number(status) >= 400);

		// A browser comes back to the end of a sign-in: a person reads why it came to nothing.
		const isPage = (status: string): boolean => id === 'finishSignIn' && !['429', '500'].includes(status);
		for (const [status, { content }] of errors)
			expect(Object.keys(content ?? {})).toEqual([isPage(status) ? 'text/html' : 'application/problem+json']);
		for (const status of ['429', '503']) expect(responses[status]?.headers).toHaveProperty('Retry-After');
		expect(responses).toHaveProperty('500');
	},
);

it('a declaration takes a device or a key, a batch a key only, and reading takes nothing', () => {
	const opens = Object.fromEntries(byId.map(([id, { security }]) => [id, security.flatMap(Object.keys)]));

	expect(opens.sendEvent).toEqual(['device', 'apiKey']);
	expect(opens.sendEventBatch).toEqual(['apiKey']);
	expect(opens.readTable).toEqual([]);
});

it('every kind of problem of sending a declaration is told', () => {
	const statuses = Object.keys(paths['/v1/events']?.post?.responses ?? {});

	expect(statuses).toEqual(['202', '400', '401', '403', '409', '413', '415', '422', '429', '500', '503']);
});
