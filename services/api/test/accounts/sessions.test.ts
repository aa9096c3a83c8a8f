import {
	CSRF_HEADER,
	Me,
	OwnSessions,
	SESSION_COOKIE,
	SessionsEnded,
	SignedOut,
} from '@vigie/schemas/accounts/session';
import { useClickHouse } from '@vigie/test/engines';
import { expect, test } from 'vitest';
import { codeOf, readAs } from '../fixture.js';
import { createJar } from './cookie-jar.js';
import { begin, signIn } from './use-identity.js';
import { usePeople } from './use-people.js';

const clickhouse = await useClickHouse();
const api = await usePeople(clickhouse);
const structure = {
	id: 'ccas-vigie',
	label: 'CCAS de Vigie',
	organisation: 'ville-vigie',
	family: 'DEPARTEMENT',
	departement: '35',
	body: null,
};
const meOf = async (jar: Awaited<ReturnType<typeof signIn>>) =>
	readAs(await jar.fetch(`${api.url}/v1/me`), Me);

test('the cookie is bound to this host, to a secure channel, and out of reach of scripts', async () => {
	const response = await fetch(`${api.url}/v1/session/login`, { redirect: 'manual' });
	const [cookie = ''] = response.headers.getSetCookie();

	expect(cookie.startsWith(`${SESSION_COOKIE}=`)).toBe(true);
	for (const attribute of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax'])
		expect(cookie).toContain(attribute);
	expect(cookie).not.toMatch(/domain|expires/i);
});

test('whoever only looks is given no cookie', async () => {
	const jar = createJar();
	await jar.fetch(`${api.url}/v1/me`);

	expect(jar.cookie(api.url, SESSION_COOKIE)).toBeUndefined();
});

test('what changes something is refused without the session’s token, or from another page', async () => {
	const jar = await signIn(api.url, 'alix');
	const csrf = (await meOf(jar)).csrf ?? '';
	const write = (headers: Record<string, string>) =>
		jar.fetch(`${api.url}/v1/admin/structures`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', ...headers },
			body: JSON.stringify(structure),
		});

	for (const headers of [
		{},
		{ [CSRF_HEADER]: 'a'.repeat(43) },
		{ [CSRF_HEADER]: csrf, origin: 'https://evil.example' },
		{ [CSRF_HEADER]: csrf, 'sec-fetch-site': 'cross-site' },
		{ [CSRF_HEADER]: csrf, 'sec-fetch-site': 'same-site' },
	] as Record<string, string>[]) {
		const refused = await write(headers);
		expect([refused.status, await codeOf(refused)]).toEqual([403, 'csrf_refused']);
	}
	expect(
		(await write({ [CSRF_HEADER]: csrf, origin: api.url, 'sec-fetch-site': 'same-origin' })).status,
	).toBe(201);
});

test('a role that is taken away is gone at the next request', async () => {
	const jar = await signIn(api.url, 'alix');
	expect((await jar.fetch(`${api.url}/v1/admin/structures`)).status).toBe(200);
	const account = {
		type: 'account',
		id: api.account('alix'),
		label: 'Alix',
		since: '2026-11-01T00:00:00.000Z',
		lastUsed: '2026-11-01',
	};
	const rewrite = (grants: unknown[]) =>
		api.admin('POST', '/admin/registry/import', [{ ...account, grants, closed: grants.length === 0 }]);

	await rewrite([]);
	const refused = await jar.fetch(`${api.url}/v1/admin/structures`);
	await rewrite([{ role: 'administrator', body: null }]);

	expect([refused.status, await codeOf(refused)]).toEqual([403, 'forbidden']);
});

test('after signing out the cookie of before opens nothing, and the provider is told', async () => {
	const jar = await signIn(api.url, 'camille');
	const stolen = createJar();
	stolen.plant(api.url, SESSION_COOKIE, jar.cookie(api.url, SESSION_COOKIE) ?? '');
	const csrf = (await meOf(jar)).csrf ?? '';

	const out = await jar.fetch(`${api.url}/v1/session/logout`, {
		method: 'POST',
		headers: { [CSRF_HEADER]: csrf },
	});

	expect(out.status).toBe(200);
	const { location } = await readAs(out, SignedOut);
	expect(location.startsWith(`${api.identity.issuer}/session/end?id_token_hint=`)).toBe(true);
	expect(await meOf(stolen)).toMatchObject({ account: null });
	expect(jar.cookie(api.url, SESSION_COOKIE)).toBeUndefined();
	expect(out.headers.get('clear-site-data')).toBe('"cache"');
});

test('one sees where one is signed in, and ends the others', async () => {
	const [here, there] = [await signIn(api.url, 'sacha'), await signIn(api.url, 'sacha')];
	const stranger = await signIn(api.url, 'lou');
	const own = async () => (await readAs(await here.fetch(`${api.url}/v1/session/own`), OwnSessions)).sessions;
	expect((await own()).map(({ current }) => current).sort()).toEqual([false, true]);

	const csrf = (await meOf(here)).csrf ?? '';
	const ended = await here.fetch(`${api.url}/v1/session/end-others`, {
		method: 'POST',
		headers: { [CSRF_HEADER]: csrf },
	});

	expect(await readAs(ended, SessionsEnded)).toEqual({ ended: 1 });
	expect(await own()).toMatchObject([{ current: true }]);
	expect(await meOf(there)).toMatchObject({ account: null });
	expect(await meOf(stranger)).toMatchObject({ account: { id: api.account('lou') } });
});

test('an account that an administrator closes is signed out wherever it is', async () => {
	const [alix, maxime] = [await signIn(api.url, 'alix'), await signIn(api.url, 'maxime')];
	const csrf = (await meOf(alix)).csrf ?? '';

	const closed = await alix.fetch(`${api.url}/v1/admin/accounts/${api.account('maxime')}/close`, {
		method: 'POST',
		headers: { [CSRF_HEADER]: csrf },
	});

	expect(closed.status).toBe(200);
	expect(await meOf(maxime)).toMatchObject({ account: null, csrf: null });
});

test('a cookie whose signature does not hold is nobody’s', async () => {
	const jar = await signIn(api.url, 'camille');
	const cookie = jar.cookie(api.url, SESSION_COOKIE) ?? '';
	const forged = createJar();
	forged.plant(api.url, SESSION_COOKIE, `${cookie.slice(0, -3)}AAA`);

	expect(await meOf(forged)).toMatchObject({ account: null });
});

test('an issuer without TLS is for a demonstration on this machine only', async () => {
	await expect(usePeople(clickhouse, { VIGIE_WORLD: 'real' })).rejects.toThrow('VIGIE_OIDC_ISSUER');
	expect((await begin(createJar(), api.url)).origin).toBe(api.identity.issuer);
});
