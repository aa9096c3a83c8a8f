import { randomUUID } from 'node:crypto';
import { AUDIT_PAGE, AuditPage } from '@vigie/schemas/accounts/administration';
import { useClickHouse } from '@vigie/test/engines';
import { expect, test } from 'vitest';
import { signIn } from './accounts/use-identity.js';
import { usePeople } from './accounts/use-people.js';
import { readAs } from './fixture.js';

const ACCOUNT = `a-${'1'.repeat(32)}`;
const clickhouse = await useClickHouse();
const api = await usePeople(clickhouse);
const alix = await signIn(api.url, 'alix');

const entry = (at: string, over: object = {}) => ({
	at,
	id: randomUUID(),
	actor: 'account',
	account: ACCOUNT,
	action: 'grant.added',
	target: 'a-target',
	body: 'CNAF',
	detail: 'institution_reader',
	...over,
});
const minute = (index: number): string =>
	new Date(Date.UTC(2026, 10, 1, 0, index)).toISOString().replace('Z', '').replace('T', ' ');

// As the loader writes them: the api may only read.
await clickhouse.clientOf('loader').insert({
	table: 'state.audit',
	format: 'JSONEachRow',
	values: [
		...Array.from({ length: AUDIT_PAGE + 5 }, (_, index) => entry(minute(index))),
		entry('2026-11-02 10:00:00.123', {
			actor: 'operator',
			account: '',
			action: 'link.created',
			target: 'l-1',
			body: '',
			detail: '',
		}),
	],
});

const search = async (query = '') =>
	(await readAs(await alix.fetch(`${api.url}/v1/admin/audit${query}`), AuditPage)).entries;

test('what was done is found, the latest first, with who did it and to what', async () => {
	const [latest, next] = await search();

	expect(latest).toMatchObject({
		at: '2026-11-02T10:00:00.123Z',
		actor: { kind: 'operator' },
		action: 'link.created',
		target: 'l-1',
		body: null,
		detail: null,
	});
	expect(next).toMatchObject({
		actor: { kind: 'account', account: ACCOUNT },
		body: 'CNAF',
		detail: 'institution_reader',
	});
});

test('pages follow one another until all was read, each entry once', async () => {
	const first = await search();
	const last = first.at(-1);
	const second = await search(`?before=${last?.at}&beforeId=${last?.id}`);

	expect([first.length, second.length]).toEqual([AUDIT_PAGE, 6]);
	expect(new Set([...first, ...second].map(({ id }) => id)).size).toBe(AUDIT_PAGE + 6);
});

test('pages skip nothing and repeat nothing where more was done in one millisecond than a page holds', async () => {
	const target = 'one-millisecond';
	await clickhouse.clientOf('loader').insert({
		table: 'state.audit',
		format: 'JSONEachRow',
		values: Array.from({ length: AUDIT_PAGE + 30 }, () => entry('2026-11-03 10:00:00.500', { target })),
	});
	const first = await search(`?target=${target}`);
	const last = first.at(-1);
	const second = await search(`?target=${target}&before=${last?.at}&beforeId=${last?.id}`);

	expect([first.length, second.length]).toEqual([AUDIT_PAGE, 30]);
	expect(new Set([...first, ...second].map(({ id }) => id)).size).toBe(AUDIT_PAGE + 30);
	expect(await search(`?target=${target}&before=${last?.at}`)).toEqual([]);
});

test.each([
	['?action=link.created', 1],
	['?target=l-1', 1],
	[`?account=${ACCOUNT}&action=grant.added&before=2026-11-01T00:03:00.000Z`, 3],
	['?account=a-99999999999999999999999999999999', 0],
])('%s finds %i', async (query, count) => {
	expect(await search(query)).toHaveLength(count);
});

test.each(['?action=anything', '?account=alix', '?colour=red', '?before=yesterday', '?beforeId=4'])(
	'%s is refused',
	async (query) => {
		expect((await alix.fetch(`${api.url}/v1/admin/audit${query}`)).status).toBe(422);
	},
);
