import { openAdminClient } from '@vigie/demonstration/admin-client';
import { people } from '@vigie/identity/people';
import { accountIdOf } from '@vigie/kit/access/account-id';
import type { RecordOf } from '@vigie/schemas/registry';
import { z } from 'zod';

const accountsOf = (issuer: string, now: Date): RecordOf<'account'>[] =>
	people
		.filter(({ grants }) => grants.length > 0)
		.map(({ id, name, what, grants }) => ({
			type: 'account',
			id: accountIdOf(issuer, id),
			label: `${name}, ${what}`,
			grants: [...grants],
			closed: false,
			since: now.toISOString(),
			lastUsed: now.toISOString().slice(0, 10),
		}));

/** letPeopleIn gives the people of a demonstration the roles that its sign-in page says they have, anew at each start. */
export const letPeopleIn = async (apiUrl: string, keys: string, issuer: string): Promise<void> => {
	const admin = await openAdminClient(apiUrl, keys);
	await admin.post('/admin/registry/import', accountsOf(issuer, new Date()), z.unknown());
};
