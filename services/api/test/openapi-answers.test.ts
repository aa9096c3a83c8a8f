import { Problem } from '@vigie/schemas/problem';
import { cleanUp } from '@vigie/test/cleanup';
import { useClickHouse } from '@vigie/test/engines';
import { startTcpProxy } from '@vigie/test/tcp-proxy';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { useApi } from './fixture.js';
import { publishWeek } from './published.js';

const Answer = z.object({
	headers: z.record(z.string(), z.unknown()).default({}),
	content: z.record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()) })).optional(),
});
const Document = z.looseObject({
	paths: z.record(
		z.string(),
		z.object({
			get: z.object({ tags: z.array(z.string()), responses: z.record(z.string(), Answer) }).optional(),
		}),
	),
});

const clickhouse = await useClickHouse();
const platform = [
	{ coordinates: ['ANTS'], y: 21 },
	{ coordinates: ['CAF_MON_COMPTE'], y: null },
	{ coordinates: ['NON_PRECISE'], y: null, flag: 'impossible' as const },
];
for (const week of ['2026-W44', '2026-W45'])
	await publishWeek(clickhouse, week, { total: [{ coordinates: [], y: 40 }], platform });
const api = await useApi(clickhouse);
const document = Document.parse(await (await api.get('/openapi.json')).json());
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(document, 'openapi');

/** errorsOf says what is wrong with a body under a schema of the document, whose references are the document's own. */
const errorsOf = (schema: Record<string, unknown>, body: unknown): readonly string[] => {
	const rooted = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"openapi#/'));
	const validate = ajv.compile(rooted);
	validate(body);
	return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

// The document is that of the whole front door: these are answered by intake and reporter, take a session or a code; their own tests hold them.
const intakes = new Set(['/v1/comments']);
const elsewhere = new Set(['Signalements', 'Attestations', 'Comptes', 'Administrer']);
const routes = Object.entries(document.paths).flatMap(([path, { get }]) =>
	get && !intakes.has(path) && !get.tags.some((tag) => elsewhere.has(tag))
		? [{ path, responses: get.responses }]
		: [],
);
type Route = (typeof routes)[number];
const addressOf = ({ path }: Route, release: string, table: string): string =>
	path.replace('{release}', release).replace('{level}', 'week').replace('{table}', table);
const [week, node] = ['2026-W45', 'platform'] as const;
const whole = routes.map((route) => ({ ...route, address: addressOf(route, week, node) }));

/** expectDocumented asserts that an answer is one that the document promises: status, type, headers, body. */
const expectDocumented = async (response: Response, { responses }: Route): Promise<unknown> => {
	const promised = responses[String(response.status)];
	expect(Object.keys(responses)).toContain(String(response.status));
	for (const name of Object.keys(promised?.headers ?? {}))
		expect(response.headers.has(name), name).toBe(true);
	const [type = ''] = (response.headers.get('content-type') ?? '').split(';');
	const text = await response.text();
	if (!promised?.content) return expect(text).toBe('');
	expect(Object.keys(promised.content)).toContain(type);
	const body: unknown = type.endsWith('json') ? JSON.parse(text) : text;
	expect(errorsOf(promised.content[type]?.schema ?? {}, body)).toEqual([]);
	return body;
};

test('the document has routes to walk, and a schema that refuses', () => {
	expect(routes.length).toBeGreaterThanOrEqual(11);
	expect(errorsOf({ $ref: '#/components/schemas/ReleaseList' }, { releases: [{}] })).not.toEqual([]);
});

test.each(whole)('GET $path answers what it documents', async (route) => {
	const response = await api.get(route.address);

	expect(response.status).toBe(200);
	await expectDocumented(response, route);
});

test.each(whole.filter(({ responses }) => '304' in responses))(
	'GET $path answers a caller who holds it already, as documented',
	async (route) => {
		const etag = (await api.get(route.address)).headers.get('etag') ?? '';

		const response = await api.get(route.address, { 'if-none-match': etag });

		expect(response.status).toBe(304);
		await expectDocumented(response, route);
	},
);

test.each(whole.filter(({ responses }) => '404' in responses))(
	'GET $path answers what is not there, as documented',
	async (route) => {
		for (const [release, table] of [
			['1999-W01', node],
			[week, 'step'],
		] as const) {
			const response = await api.get(addressOf(route, release, table));
			const body = await expectDocumented(response, route);
			if (response.status !== 200) expect(Problem.parse(body).status).toBe(404);
		}
	},
);

test.each(whole.filter(({ responses }) => '422' in responses))(
	'GET $path answers a question that makes no sense, as documented',
	async (route) => {
		const response = await api.get(`${route.address}?from=yesterday&colour=red`);

		expect(response.status).toBe(422);
		await expectDocumented(response, route);
	},
);

// The network to the store is cut before anything was read.
test('with the store away every route answers what it documents, if only that it is unavailable', async () => {
	const proxy = await startTcpProxy(Number(new URL(clickhouse.url).port));
	cleanUp(() => proxy.close());
	const away = await useApi(clickhouse, { CLICKHOUSE_URL: `http://127.0.0.1:${proxy.port}` });
	proxy.cut();

	const statuses = new Set<number>();
	for (const route of whole) {
		const response = await away.get(route.address);
		statuses.add(response.status);
		await expectDocumented(response, route);
	}

	expect([...statuses].sort()).toEqual([200, 503]);
});
