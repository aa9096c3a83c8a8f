import { openAdminClient } from '@vigie/demonstration/admin-client';
import { CSRF_HEADER, Me, SESSION_COOKIE } from '@vigie/schemas/accounts/session';
import { ensureSchemathesis, type Fuzzed, fuzz } from '@vigie/test/fuzz/schemathesis';
import { untilKeyKnown } from '@vigie/test/until-key-known';
import { useStack } from '@vigie/test/use-stack';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { signIn } from '../../services/api/test/accounts/use-identity.js';

const stack = await useStack();
await ensureSchemathesis();

/** The tool turns its tuples into another draft, and then refuses what it made: openapi-answers.test.ts holds it. */
const untold = ['readTaxonomy'];
/** What would end what the test itself asks with. */
const ends = [...untold, 'signOut', 'signIn', 'finishSignIn'];
const SLOW = { timeout: 900_000 };
/** Each at most, beside what the document itself leads to: a bound in time would ask less on a slow machine. */
const EXAMPLES = 3;
/** What a body's machine may do; that it, or a stranger, administers nothing is the matrix's affair. */
const ofMachines = ['Déclarer', 'Signalements', 'Maintenances', 'Publications', 'Attestations'];
const ofAll = [...ofMachines, 'Comptes', 'Références', 'S’inscrire'];

const sessionOf = async (person: string): Promise<Record<string, string>> => {
	const jar = await signIn(stack.url, person);
	const me = Me.parse(await (await jar.fetch(`${stack.url}/v1/me`)).json());
	return {
		cookie: `${SESSION_COOKIE}=${jar.cookie(stack.url, SESSION_COOKIE) ?? ''}`,
		[CSRF_HEADER]: me.csrf ?? '',
	};
};
const keyOf = async (): Promise<Record<string, string>> => {
	const admin = await openAdminClient(stack.apiUrl, stack.keys);
	const structure = {
		id: 'fuzzed',
		label: 'Structure de l’organisme',
		organisation: 'test',
		family: 'DEPARTEMENT',
		departement: '35',
		body: 'CNAF',
	};
	await admin.post('/admin/structures', structure, z.unknown());
	const order = { structure: 'fuzzed', roleFamily: 'TRAVAIL_SOCIAL', scopes: ['ingest', 'read', 'reports'] };
	const { key } = await admin.post('/admin/api-keys', order, z.object({ key: z.string() }));
	await untilKeyKnown(stack.intakeUrl, key);
	return { authorization: `Bearer ${key}` };
};

/** expectPromised asserts that nothing was found, and that questions reached what answers them. */
const expectPromised = ({ code, output, statuses }: Fuzzed, reached: readonly string[]): void => {
	expect(output.slice(-6_000), JSON.stringify(statuses)).not.toContain('= FAILURES =');
	expect(code, output.slice(-6_000)).toBe(0);
	expect(Object.keys(statuses).filter((status) => status.startsWith('5'))).toEqual([]);
	expect(Object.keys(statuses)).toEqual(expect.arrayContaining([...reached]));
};

test(
	'whoever says nothing of himself is answered what the document promises, and nothing fails',
	SLOW,
	async () => {
		expectPromised(
			await fuzz({ url: stack.url, headers: {}, examples: EXAMPLES, without: untold, tags: ofAll }),
			['200', '401', '404', '422'],
		);
	},
);

test('so is a machine of a body, which may declare, announce and answer', SLOW, async () => {
	const headers = await keyOf();
	expectPromised(
		await fuzz({ url: stack.url, headers, examples: EXAMPLES, without: ends, tags: ofMachines }),
		['200', '201', '202', '422'],
	);
});

test('so is an administrator who signed in, whatever the administration is asked', SLOW, async () => {
	const headers = await sessionOf('alix');
	const tags = ['Administrer', 'Maintenances', 'Signalements'];
	expectPromised(await fuzz({ url: stack.url, headers, examples: EXAMPLES, without: ends, tags }), [
		'200',
		'403',
		'404',
		'422',
	]);
});
