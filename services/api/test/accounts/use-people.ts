import { people } from '@vigie/identity/people';
import { accountIdOf } from '@vigie/kit/access/account-id';
import { freePort } from '@vigie/local/ports';
import { type TestClickHouse, useRedis } from '@vigie/test/engines';
import { type Api, useApi } from '../fixture.js';
import { type Identity, useIdentity } from './use-identity.js';

/** usePeople starts an api whose front door is itself, with an identity provider and the people of the demonstration let in. */
export const usePeople = async (
	clickhouse: TestClickHouse,
	env: NodeJS.ProcessEnv = {},
): Promise<
	Api & { readonly identity: Identity; readonly redis: string; account(person: string): string }
> => {
	const port = await freePort();
	const publicUrl = `http://127.0.0.1:${port}`;
	const [identity, redis] = [await useIdentity(publicUrl), await useRedis()];
	const api = await useApi(clickhouse, {
		VIGIE_API_PORT: String(port),
		VIGIE_PUBLIC_URL: publicUrl,
		VIGIE_OIDC_ISSUER: identity.issuer,
		REDIS_URL: redis.address,
		...env,
	});
	const account = (person: string): string => accountIdOf(identity.issuer, person);
	const records = people
		.filter(({ grants }) => grants.length > 0)
		.map(({ id, name, grants }) => ({
			type: 'account',
			id: account(id),
			label: name,
			grants,
			closed: false,
			since: '2026-11-01T00:00:00.000Z',
			lastUsed: '2026-11-01',
		}));
	const written = await api.admin('POST', '/admin/registry/import', records);
	if (written.status !== 201) throw new Error(`the people could not be let in: ${await written.text()}`);
	return { ...api, identity, redis: redis.address, account };
};
