import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openAdminClient } from '@vigie/demonstration/admin-client';
import { LinkIssued, StructureDraft } from '@vigie/schemas/administration';
import { z } from 'zod';
import { dataFolderOf, worldOf } from '../bootstrap/data-folder.mjs';

const help = `npm run enrol -- --real --id ccas-lille --label "CCAS de Lille" --organisation ville-lille --family <code> --departement 59

Makes (or changes) a structure and prints an enrolment link for its workers; the stack must be running on this machine.

  --body <code>   the body that the structure belongs to, if any
  --days <n>      how long the link works (default 30)
  --real          in the real world, instead of the demonstration
`;

const options = {
	id: { type: 'string' },
	label: { type: 'string' },
	organisation: { type: 'string' },
	family: { type: 'string' },
	departement: { type: 'string' },
	body: { type: 'string' },
	days: { type: 'string', default: '30' },
	real: { type: 'boolean' },
	help: { type: 'boolean' },
} as const;

/** enrol makes a structure and its link through the api on loopback, which is the registry's only writer. */
const enrol = async (args: string[], env: NodeJS.ProcessEnv): Promise<string> => {
	const { values } = parseArgs({ args, options });
	if (values.help) return help;
	const { days, real: _real, help: _help, ...facts } = values;
	const draft = StructureDraft.safeParse({ body: null, ...facts });
	if (!draft.success) {
		const wrong = [...new Set(draft.error.issues.map(({ path }) => `--${path.join('.')}`))];
		throw new Error(`missing or not usable: ${wrong.join(', ')}\n\n${help}`);
	}
	const keys = env.VIGIE_KEYS ?? join(dataFolderOf(worldOf(args, env), env), 'keys');
	const api = env.VIGIE_API_URL ?? `http://127.0.0.1:${env.VIGIE_API_PORT ?? '8086'}`;
	const admin = await openAdminClient(api, keys);
	await admin.post('/admin/structures', draft.data, z.unknown());
	const order = { expiresInDays: Number(days) };
	const link = await admin.post(`/admin/structures/${draft.data.id}/links`, order, LinkIssued);
	return `${link.url}\n`;
};

try {
	process.stdout.write(await enrol(process.argv.slice(2), process.env));
} catch (err) {
	process.stderr.write(`${err instanceof Error ? err.message : 'unknown error'}\n`);
	process.exitCode = 1;
}
