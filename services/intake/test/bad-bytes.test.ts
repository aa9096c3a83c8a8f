import { expect, test } from 'vitest';
import { alert } from './events.js';
import { CANARY, expectProblem } from './problems.js';
import { useIntake } from './use-intake.js';

const intake = await useIntake();
const good = JSON.stringify(alert());

const unreadable: readonly (readonly [string, string])[] = [
	['an empty body', ''],
	['half an object', '{"id":'],
	['a comma too many', good.replace('}', ',}')],
	['two objects', `${good}${good}`],
	['a word', CANARY],
	['a number out of range written as a word', good.replace('"revision":0', '"revision":Infinity')],
	['a name given twice', good.replace('{', `{"platform":"${CANARY}",`)],
	['a name given twice, once in escapes', good.replace('{', '{"\\u0070latform":"AMELI",')],
	['__proto__', good.replace('{', `{"__proto__":{"${CANARY}":1},`)],
	['__proto__ in escapes', good.replace('{', '{"\\u005f\\u005fproto__":{},')],
	['a prototype behind a constructor', good.replace('{', '{"constructor":{"prototype":{}},')],
];

test.each(unreadable)('%s is no JSON that can be read', async (_name, body) => {
	const response = await intake.post(body);

	await expectProblem(response, 400, 'malformed_json');
});

test('nesting without end is refused as any other wrong type', async () => {
	const deep = `${'['.repeat(7_000)}${']'.repeat(7_000)}`;

	const response = await intake.post(good.replace('"CAF_MON_COMPTE"', deep));

	expect(await expectProblem(response, 422, 'invalid_request')).toEqual(['platform: invalid_type']);
});

test('two megabytes are refused before they are read', async () => {
	const alone = await intake.post(good.replace('CAF_MON_COMPTE', 'A'.repeat(2_000_000)));
	const batch = await intake.post(
		`{"events":["${'A'.repeat(2_000_000)}"]}`,
		intake.apiKey,
		'/v1/events/batch',
	);

	await expectProblem(alone, 413, 'body_too_large');
	await expectProblem(batch, 413, 'body_too_large');
});

test.each([
	['text/plain', undefined],
	['application/xml', undefined],
	['multipart/form-data; boundary=x', undefined],
	['application/json', 'gzip'],
])('a body in %s (encoding: %s) is refused', async (type, encoding) => {
	const response = await fetch(`${intake.url}/v1/events`, {
		method: 'POST',
		headers: {
			authorization: intake.device,
			'content-type': type,
			...(encoding ? { 'content-encoding': encoding } : {}),
		},
		body: good,
	});

	await expectProblem(response, 415, 'unsupported_media_type');
});

test('bytes that are no UTF-8 are refused', async () => {
	const [before = '', after = ''] = good.split('CAF_MON_COMPTE');
	const body = Buffer.concat([Buffer.from(before), Buffer.from([0xff, 0xfe]), Buffer.from(after)]);

	const response = await fetch(`${intake.url}/v1/events`, {
		method: 'POST',
		headers: { authorization: intake.device, 'content-type': 'application/json' },
		body,
	});

	expect(await expectProblem(response, 422, 'invalid_request')).toEqual(['platform: invalid_format']);
});

test.each(['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s is refused, and POST named', async (method) => {
	for (const path of ['/v1/events', '/v1/events/batch']) {
		const response = await fetch(`${intake.url}${path}`, { method });

		expect(response.headers.get('allow')).toBe('POST');
		await expectProblem(response, 405, 'method_not_allowed');
	}
});

test.each(['/', '/v1/events/else', '/v1/%zz', `/${CANARY}`])('at %s there is nothing', async (path) => {
	await expectProblem(await fetch(`${intake.url}${path}`), 404, 'not_found');
});

test('nothing of all that was refused is on the topic', async () => {
	for (const [, body] of unreadable) await intake.post(body);

	expect(await intake.onTopic()).toEqual([]);
});
