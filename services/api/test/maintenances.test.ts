import { ApiKeyIssued } from '@vigie/schemas/administration';
import { LiveLevels } from '@vigie/schemas/live';
import { Maintenance, MaintenanceEnded, Maintenances } from '@vigie/schemas/maintenance';
import { useClickHouse } from '@vigie/test/engines';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { createJar } from './accounts/cookie-jar.js';
import { signIn } from './accounts/use-identity.js';
import { usePeople } from './accounts/use-people.js';
import { codeOf, readAs, structure } from './fixture.js';

const api = await usePeople(await useClickHouse());
const MINUTE_MS = 60_000;
const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * MINUTE_MS).toISOString();
const stop = (from: number, until: number, platform = 'CAF_MON_COMPTE') => ({
	platform,
	what: 'maintenance',
	from: inMinutes(from),
	until: inMinutes(until),
});

const browserOf = async (person: string) => {
	const jar = await signIn(api.url, person);
	const { csrf } = await readAs(await jar.fetch(`${api.url}/v1/me`), z.looseObject({ csrf: z.string() }));
	return (method: string, path: string, body?: object) =>
		jar.fetch(`${api.url}${path}`, {
			method,
			headers: { 'x-csrf-token': csrf, ...(body && { 'content-type': 'application/json' }) },
			...(body && { body: JSON.stringify(body) }),
		});
};
const cnaf = await browserOf('camille');
const declare = (draft: object) => cnaf('POST', '/v1/bodies/CNAF/maintenances', draft);
const told = async () => (await readAs(await api.get('/v1/maintenances'), Maintenances)).maintenances;
const nowTold = async () => (await readAs(await api.get('/v1/live'), LiveLevels)).maintenances;

test('a body announces a stop of its platform, and everyone reads it at once', async () => {
	const answer = await declare(stop(60, 180));

	const made = await readAs(answer, Maintenance);
	expect([answer.status, made.body, made.what]).toEqual([201, 'CNAF', 'maintenance']);
	expect(await told()).toContainEqual(made);
	expect(await nowTold()).toEqual([]);
});

test('while a stop lasts it is told beside the levels, until when; a deployment is not', async () => {
	const until = inMinutes(30);
	await declare({ ...stop(-1, 30), until });
	await declare({ ...stop(-1, 30, 'CAF_PENSION'), what: 'deployment' });

	expect(await nowTold()).toEqual([{ platform: 'CAF_MON_COMPTE', until }]);
});

test('sent again word for word it stands once', async () => {
	const draft = stop(200, 210);
	const [first, again] = [await declare(draft), await declare(draft)];

	expect(await readAs(again, Maintenance)).toEqual(await readAs(first, Maintenance));
	expect((await told()).filter(({ from }) => from === draft.from)).toHaveLength(1);
});

test.each([
	['platform', 'not_offered', stop(60, 120, 'AMELI')],
	['platform', 'not_offered', stop(60, 120, 'NOTHING')],
	['from', 'before_allowed', stop(-60, 120)],
	['from', 'after_allowed', stop(400 * 24 * 60, 400 * 24 * 60 + 60)],
	['until', 'before_allowed', stop(120, 60)],
	['until', 'after_allowed', stop(60, 60 + 73 * 60)],
	['', 'unknown_field', { ...stop(60, 120), why: 'x' }],
	['what', 'invalid_value', { ...stop(60, 120), what: 'holiday' }],
])('%s %s: refused, and nothing is announced', async (path, code, draft) => {
	const before = await told();
	const answer = await declare(draft);

	expect(answer.status).toBe(422);
	expect(await answer.json()).toMatchObject({ errors: [{ path, code }] });
	expect(await told()).toEqual(before);
});

test('a deployment may be told afterwards, thirteen weeks at most', async () => {
	const deployed = (daysAgo: number) => ({
		...stop(-daysAgo * 24 * 60, -daysAgo * 24 * 60 + 30),
		what: 'deployment',
	});

	expect((await declare(deployed(90))).status).toBe(201);
	expect((await declare(deployed(92))).status).toBe(422);
});

test('what has not begun is cancelled and told no more; what has begun ends now and stays; what is over cannot change', async () => {
	const coming = await readAs(await declare(stop(300, 310)), Maintenance);
	const begun = await readAs(await declare(stop(-2, 15)), Maintenance);
	const end = ({ id }: Maintenance) => cnaf('DELETE', `/v1/bodies/CNAF/maintenances/${id}`);

	const outcomes = [await end(coming), await end(begun)].map((answer) => readAs(answer, MaintenanceEnded));
	expect((await Promise.all(outcomes)).map(({ outcome }) => outcome)).toEqual(['cancelled', 'ended']);

	const after = await told();
	expect(after.find(({ id }) => id === coming.id)).toBeUndefined();
	const ended = after.find(({ id }) => id === begun.id);
	expect(Date.parse(ended?.until ?? '')).toBeLessThanOrEqual(Date.now());
	expect([(await end(coming)).status, await codeOf(await end(begun))]).toEqual([404, 'maintenance_over']);
});

test('nobody, a reader, another body: no; an administrator and a machine of the body: yes', async () => {
	const path = '/v1/bodies/CNAF/maintenances';
	const draft = stop(500, 510);
	const nobody = await createJar().fetch(`${api.url}${path}`, { method: 'POST' });
	const statuses = [nobody.status];
	for (const person of ['sacha', 'dominique', 'maxime', 'alix'])
		statuses.push((await (await browserOf(person))('POST', path, draft)).status);
	expect(statuses).toEqual([401, 403, 403, 403, 201]);

	await api.admin('POST', '/admin/structures', { ...structure, body: 'CNAF' });
	const order = (scope: string) => ({
		structure: structure.id,
		roleFamily: 'TRAVAIL_SOCIAL',
		scopes: [scope],
	});
	const as = async (scope: string, body: string) => {
		const { key } = await readAs(await api.admin('POST', '/admin/api-keys', order(scope)), ApiKeyIssued);
		return fetch(`${api.url}/v1/bodies/${body}/maintenances`, {
			method: 'POST',
			headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
			body: JSON.stringify(stop(600, 610)),
		});
	};
	expect((await as('reports', 'CNAF')).status).toBe(201);
	expect((await as('ingest', 'CNAF')).status).toBe(403);
	expect((await as('reports', 'ANTS')).status).toBe(403);
	expect((await as('reports', 'NOBODY')).status).toBe(404);
});

test('a page from elsewhere announces nothing in the name of who is signed in', async () => {
	const jar = await signIn(api.url, 'camille');
	const answer = await jar.fetch(`${api.url}/v1/bodies/CNAF/maintenances`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(stop(700, 710)),
	});

	expect([answer.status, await codeOf(answer)]).toEqual([403, 'csrf_refused']);
});
