import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openAdminClient } from '@vigie/demonstration/admin-client';
import { InvitationIssued } from '@vigie/schemas/accounts/administration';
import { dataFolderOf, worldOf } from '../bootstrap/data-folder.mjs';

const help = `npm run admin-link -- --real

Prints a link that works once, for a day: whoever signs in with it administers Vigie. The stack must be running on this machine.

  --label <text>  how administrators will tell this account apart (default "Premier administrateur")
  --real          in the real world, instead of the demonstration
`;

const options = {
	label: { type: 'string', default: 'Premier administrateur' },
	real: { type: 'boolean' },
	help: { type: 'boolean' },
} as const;

/** adminLink makes an invitation of an administrator through the api on loopback, and gives its link. */
const adminLink = async (args: string[], env: NodeJS.ProcessEnv): Promise<string> => {
	const { values } = parseArgs({ args, options });
	if (values.help) return help;
	const keys = env.VIGIE_KEYS ?? join(dataFolderOf(worldOf(args, env), env), 'keys');
	const api = env.VIGIE_API_URL ?? `http://127.0.0.1:${env.VIGIE_API_PORT ?? '8086'}`;
	const admin = await openAdminClient(api, keys);
	const order = { label: values.label, grant: { role: 'administrator', body: null }, expiresInDays: 1 };
	return `${(await admin.post('/admin/invitations', order, InvitationIssued)).url}\n`;
};

try {
	process.stdout.write(await adminLink(process.argv.slice(2), process.env));
} catch (err) {
	process.stderr.write(`${err instanceof Error ? err.message : 'unknown error'}\n`);
	process.exitCode = 1;
}
