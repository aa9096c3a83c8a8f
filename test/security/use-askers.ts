import { people } from '@vigie/identity/people';
import { CSRF_HEADER, Me } from '@vigie/schemas/accounts/session';
import { ApiKeyIssued, LinkIssued } from '@vigie/schemas/administration';
import { CHARTER_VERSION, Device } from '@vigie/schemas/http';
import { untilKeyKnown } from '@vigie/test/until-key-known';
import { createJar } from '../../services/api/test/accounts/cookie-jar.js';
import { signIn } from '../../services/api/test/accounts/use-identity.js';
import { ADMIN_TOKEN, type Api, readAs } from '../../services/api/test/fixture.js';

/** askers are all who may ask: nobody, everybody of the demonstration, machines with a key, a device, a command line on the machine. */
export const askers = [
	'nobody',
	...people.map(({ id }) => id),
	'key of CNAF',
	'key that sends',
	'device',
	'operator',
] as const;
export type Asker = (typeof askers)[number];

type Ask = (url: string, method: string) => Promise<Response>;

const withCredential =
	(credential: string): Ask =>
	(url, method) =>
		fetch(url, { method, headers: { authorization: `Bearer ${credential}` }, redirect: 'manual' });

/** useAskers gives each of them what they ask with; who signed out signs in again. */
export const useAskers = async (api: Api, intakeUrl: string): Promise<(asker: Asker) => Promise<Ask>> => {
	const structure = async (id: string, body: string | null): Promise<void> => {
		const draft = { id, label: id, organisation: id, family: 'DEPARTEMENT', departement: '35', body };
		const written = await api.admin('POST', '/admin/structures', draft);
		if (written.status !== 201) throw new Error(`a structure was answered ${written.status}`);
	};
	const keyOf = async (of: string, scope: string): Promise<string> => {
		const order = { structure: of, roleFamily: 'TRAVAIL_SOCIAL', scopes: [scope] };
		const { key } = await readAs(await api.admin('POST', '/admin/api-keys', order), ApiKeyIssued);
		await untilKeyKnown(intakeUrl, key);
		return key;
	};
	const enrol = async (of: string): Promise<string> => {
		const { url } = await readAs(await api.admin('POST', `/admin/structures/${of}/links`, {}), LinkIssued);
		const order = {
			link: new URL(url).hash.replace('#lien=', ''),
			roleFamily: 'TRAVAIL_SOCIAL',
			departement: '35',
			charter: CHARTER_VERSION,
		};
		return (await readAs(await api.post('/v1/devices', order), Device)).token;
	};
	await structure('caisse', 'CNAF');
	await structure('ccas', null);
	const credentials: Readonly<Record<string, string>> = {
		'key of CNAF': await keyOf('caisse', 'reports'),
		'key that sends': await keyOf('ccas', 'ingest'),
		device: await enrol('ccas'),
		operator: ADMIN_TOKEN,
	};

	const bySession = async (person: string): Promise<Ask> => {
		const jar = person === 'nobody' ? createJar() : await signIn(api.url, person);
		const { csrf } = await readAs(await jar.fetch(`${api.url}/v1/me`), Me);
		const cookie = jar.header(api.url);
		return (url, method) =>
			fetch(url, { method, headers: { cookie, [CSRF_HEADER]: csrf ?? '' }, redirect: 'manual' });
	};
	const known = new Map<string, Ask>();
	return async (asker) => {
		const credential = credentials[asker];
		if (credential !== undefined) return withCredential(credential);
		const ask = known.get(asker) ?? (await bySession(asker));
		known.set(asker, async (url, method) => {
			const response = await ask(url, method);
			if (url.endsWith('/logout') && response.ok) known.delete(asker);
			return response;
		});
		return known.get(asker) ?? ask;
	};
};
