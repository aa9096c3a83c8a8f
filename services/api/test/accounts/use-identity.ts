import { request as ask, createServer } from 'node:http';
import { listenerOf } from '@vigie/identity/interaction';
import { makeKeys } from '@vigie/identity/keys';
import { createProvider } from '@vigie/identity/provider';
import { freePort } from '@vigie/local/ports';
import { cleanUp } from '@vigie/test/cleanup';
import { type CryptoKey, decodeJwt, importJWK, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { type CookieJar, createJar } from './cookie-jar.js';

/** Forge changes the claims of an identity token; the algorithm too, if it says so. */
export type Forge = (claims: JWTPayload) => {
	readonly claims: JWTPayload;
	readonly alg?: 'none' | 'wrong-key';
};

export interface Identity {
	readonly issuer: string;
	/** Tokens are changed on their way from now on; null leaves them as they are. */
	forge: Forge | null;
}

const listen = (listener: Parameters<typeof createServer>[1], port: number): Promise<void> =>
	new Promise((resolve) => {
		const server = createServer(listener ?? (() => undefined));
		cleanUp(async () => {
			server.closeAllConnections();
			server.close();
		});
		server.listen(port, '127.0.0.1', resolve);
	});

/** useIdentity starts the real provider behind a man in the middle, who holds its key: what a forged token could ever be. */
export const useIdentity = async (publicUrl: string): Promise<Identity> => {
	const [port, behind] = [await freePort(), await freePort()];
	const issuer = `http://127.0.0.1:${port}`;
	const keys = makeKeys();
	const provider = createProvider({
		issuer,
		clientId: 'vigie',
		callback: `${publicUrl}/v1/session/callback`,
		afterLogout: `${publicUrl}/`,
		...keys,
	});
	provider.proxy = true;
	await listen(listenerOf(provider), behind);
	const identity: Identity = { issuer, forge: null };
	const sign = async (token: string, forge: Forge): Promise<string> => {
		const { claims, alg } = forge(decodeJwt(token));
		if (alg === 'none') return new UnsecuredJWT(claims).encode();
		const jwk = (alg === 'wrong-key' ? makeKeys() : keys).jwks.keys[0];
		const key = (await importJWK({ ...jwk }, 'RS256')) as CryptoKey;
		return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'demo' }).sign(key);
	};
	await listen((incoming, outgoing) => {
		const headers = { ...incoming.headers, host: `127.0.0.1:${port}` };
		const onward = ask({
			port: behind,
			host: '127.0.0.1',
			method: incoming.method,
			path: incoming.url,
			headers,
		});
		incoming.pipe(onward);
		onward.on('response', async (answer) => {
			const chunks: Buffer[] = [];
			for await (const chunk of answer) chunks.push(chunk);
			let body = Buffer.concat(chunks);
			if (identity.forge && incoming.url === '/token' && answer.statusCode === 200) {
				const tokens = JSON.parse(body.toString());
				body = Buffer.from(
					JSON.stringify({ ...tokens, id_token: await sign(tokens.id_token, identity.forge) }),
				);
			}
			const { 'transfer-encoding': _chunked, ...kept } = answer.headers;
			outgoing.writeHead(answer.statusCode ?? 500, { ...kept, 'content-length': body.length });
			outgoing.end(body);
		});
	}, port);
	return identity;
};

const locationOf = (response: Response, base: string | URL): URL =>
	new URL(response.headers.get('location') ?? '', base);

/** choose goes through the provider's pages as a person does, and stops before the callback: gives its address. */
export const choose = async (jar: CookieJar, at: URL, person: string): Promise<URL> => {
	let next = locationOf(await jar.fetch(at), at);
	const page = await jar.fetch(next);
	if (page.status !== 200) throw new Error(`the provider answered ${page.status}`);
	let answer = await jar.fetch(next, { method: 'POST', body: new URLSearchParams({ person }) });
	for (let steps = 0; steps < 5; steps += 1) {
		next = locationOf(answer, next);
		if (next.pathname === '/v1/session/callback') return next;
		answer = await jar.fetch(next);
	}
	throw new Error('the provider never sent the browser back');
};

/** begin asks the api for the way to the provider. */
export const begin = async (jar: CookieJar, url: string, query = ''): Promise<URL> => {
	const response = await jar.fetch(`${url}/v1/session/login${query}`);
	if (response.status !== 302) throw new Error(`the way in answered ${response.status}`);
	return locationOf(response, url);
};

/** signIn signs a person in and gives the browser that did. */
export const signIn = async (url: string, person: string, query = ''): Promise<CookieJar> => {
	const jar = createJar();
	const back = await choose(jar, await begin(jar, url, query), person);
	const response = await jar.fetch(back);
	if (response.status !== 302) throw new Error(`the way back answered ${response.status}`);
	return jar;
};
