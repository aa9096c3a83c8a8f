import { createKafka } from '@vigie/kit/kafka';
import { createLogger } from '@vigie/kit/logger';
import { AuditEntry } from '@vigie/schemas/accounts/audit';
import { Me, SESSION_COOKIE } from '@vigie/schemas/accounts/session';
import { topicsWithPrefix } from '@vigie/schemas/topics';
import { cleanUp } from '@vigie/test/cleanup';
import { useClickHouse } from '@vigie/test/engines';
import { followLog } from '@vigie/test/verify/follow-log';
import { afterEach, expect, test, vi } from 'vitest';
import { readAs } from '../fixture.js';
import { type CookieJar, createJar } from './cookie-jar.js';
import { begin, choose, type Forge, signIn } from './use-identity.js';
import { usePeople } from './use-people.js';

const clickhouse = await useClickHouse();
const api = await usePeople(clickhouse);
afterEach(() => {
	api.identity.forge = null;
});

const whoIs = async (jar: CookieJar) => (await readAs(await jar.fetch(`${api.url}/v1/me`), Me)).account;
/** attempt begins a sign-in and gives the address that the provider sends the browser back to. */
const attempt = async (jar: CookieJar): Promise<URL> => choose(jar, await begin(jar, api.url), 'camille');
const expectRefused = async (jar: CookieJar, response: Response): Promise<void> => {
	expect(response.status).toBe(400);
	expect(await response.text()).toContain('Vous n’êtes pas connecté');
	expect(await whoIs(jar)).toBeNull();
};

test('somebody of the demonstration signs in, and is who the registry says', async () => {
	const jar = await signIn(api.url, 'camille');

	const me = await (await jar.fetch(`${api.url}/v1/me`)).json();

	expect(me).toMatchObject({
		account: { id: api.account('camille'), label: 'Camille' },
		grants: [{ role: 'institution_answerer', body: 'CNAF' }],
	});
});

test.each(['state', 'code', 'iss'])('another %s than the one that was given is refused', async (name) => {
	const jar = createJar();
	const back = await attempt(jar);
	back.searchParams.set(name, 'https://forged.example');

	await expectRefused(jar, await jar.fetch(back));
});

test('without a state, or with an error of the provider, nobody is signed in', async () => {
	const jar = createJar();
	const back = await attempt(jar);
	back.searchParams.delete('state');
	await expectRefused(jar, await jar.fetch(back));

	const error = new URL('/v1/session/callback?error=access_denied', api.url);
	await expectRefused(jar, await jar.fetch(error));
});

test('a way back serves once, and only the browser that began', async () => {
	const jar = createJar();
	const back = await attempt(jar);
	await expectRefused(createJar(), await fetch(back, { redirect: 'manual' }));
	expect((await jar.fetch(back)).status).toBe(302);

	await expectRefused(createJar(), await fetch(back, { redirect: 'manual' }));
	const again = createJar();
	await begin(again, api.url);
	await expectRefused(again, await again.fetch(back));
});

test('a code that was used serves nobody again, not even with a state of their own', async () => {
	const jar = createJar();
	const used = await attempt(jar);
	expect((await jar.fetch(used)).status).toBe(302);
	const thief = createJar();
	const own = await choose(thief, await begin(thief, api.url), 'sacha');
	own.searchParams.set('code', used.searchParams.get('code') ?? '');

	await expectRefused(thief, await thief.fetch(own));
});

test('a sign-in that was refused is in the log of administration, with why and without who', async () => {
	const refused: AuditEntry[] = [];
	const kafka = createKafka({ KAFKA_BROKERS: api.brokers }, 'sign-ins', createLogger('sign-ins', 'silent'));
	const log = await followLog(kafka, topicsWithPrefix(api.prefix).audit, (messages) => {
		for (const { value } of messages) {
			const entry = AuditEntry.parse(JSON.parse(String(value)));
			if (entry.action === 'session.refused') refused.push(entry);
		}
	});
	cleanUp(() => log.close());
	const before = refused.length;
	const jar = createJar();
	const back = await attempt(jar);
	back.searchParams.set('state', 'forged');
	await expectRefused(jar, await jar.fetch(back));

	await vi.waitUntil(() => refused.length > before, { timeout: 30_000, interval: 50 });
	expect(refused.at(-1)).toMatchObject({
		actor: { kind: 'anonymous' },
		target: null,
		detail: 'login_refused',
	});
});

test('where a strength of authentication is asked for, a weaker one is refused, and none at all', async () => {
	const strict = await usePeople(clickhouse, { VIGIE_OIDC_ACR_VALUES: 'eidas1 eidas2' });
	const come = async (acr: string | undefined) => {
		strict.identity.forge = (claims) => ({ claims: { ...claims, acr } });
		const jar = createJar();
		return (await jar.fetch(await choose(jar, await begin(jar, strict.url), 'camille'))).status;
	};

	expect([await come(undefined), await come('eidas'), await come('eidas2')]).toEqual([400, 400, 302]);
});

const soon = () => Math.floor(Date.now() / 1000);
const forgeries: readonly (readonly [string, Forge])[] = [
	['another nonce', (claims) => ({ claims: { ...claims, nonce: 'forged' } })],
	['no nonce', ({ nonce: _nonce, ...claims }) => ({ claims })],
	['another audience', (claims) => ({ claims: { ...claims, aud: 'another-client' } })],
	['another issuer', (claims) => ({ claims: { ...claims, iss: 'https://forged.example' } })],
	['a token that has expired', (claims) => ({ claims: { ...claims, iat: soon() - 900, exp: soon() - 600 } })],
	['no signature at all', (claims) => ({ claims, alg: 'none' })],
	['the signature of another key', (claims) => ({ claims, alg: 'wrong-key' })],
	['no subject', ({ sub: _sub, ...claims }) => ({ claims })],
];

test('a token that was signed again as it was passes: what refuses the others is what was changed', async () => {
	api.identity.forge = (claims) => ({ claims });
	const jar = createJar();

	expect((await jar.fetch(await attempt(jar))).status).toBe(302);
	expect(await whoIs(jar)).toMatchObject({ id: api.account('camille') });
});

test.each(forgeries)('an identity token with %s is refused', async (_name, forge) => {
	api.identity.forge = forge;
	const jar = createJar();

	await expectRefused(jar, await jar.fetch(await attempt(jar)));
});

test('a session that somebody else knew before is worth nothing after', async () => {
	const attacker = createJar();
	await begin(attacker, api.url);
	const planted = attacker.cookie(api.url, SESSION_COOKIE) ?? '';
	const victim = createJar();
	victim.plant(api.url, SESSION_COOKIE, planted);
	const back = await choose(victim, await begin(victim, api.url), 'camille');

	expect((await victim.fetch(back)).status).toBe(302);

	expect(await whoIs(victim)).toMatchObject({ id: api.account('camille') });
	expect(victim.cookie(api.url, SESSION_COOKIE)).not.toBe(planted);
	expect(await whoIs(attacker)).toBeNull();
});

test.each(['//evil.example/', 'https://evil.example/', '/\\evil.example', '/..//evil.example'])(
	'nobody is sent to %s after signing in',
	async (wanted) => {
		const jar = createJar();
		const query = `?${new URLSearchParams({ return: wanted })}`;
		const back = await choose(jar, await begin(jar, api.url, query), 'camille');

		const location = (await jar.fetch(back)).headers.get('location') ?? '';

		expect(new URL(location, api.url).origin).toBe(api.url);
	},
);
