import { createKafka } from '@vigie/kit/kafka';
import { createLogger } from '@vigie/kit/logger';
import { proposalId } from '@vigie/kit/proposal-id';
import { AuditEntry } from '@vigie/schemas/accounts/audit';
import { parisDateOf } from '@vigie/schemas/calendar';
import { Problem } from '@vigie/schemas/problem';
import { ProposalDecided, ProposalDecisions, ProposalList } from '@vigie/schemas/proposals/proposal';
import type { RegistryRecord } from '@vigie/schemas/registry';
import { retention } from '@vigie/schemas/retention';
import { cleanUp } from '@vigie/test/cleanup';
import { useClickHouse } from '@vigie/test/engines';
import { followLog } from '@vigie/test/verify/follow-log';
import { writeRegistry } from '@vigie/test/write-registry';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { CookieJar } from './accounts/cookie-jar.js';
import { signIn } from './accounts/use-identity.js';
import { usePeople } from './accounts/use-people.js';
import { COMMENT_KEY, codeOf, readAs } from './fixture.js';

const clickhouse = await useClickHouse();
const api = await usePeople(clickhouse);
const browserOf = async (person: string): Promise<{ jar: CookieJar; csrf: string }> => {
	const jar = await signIn(api.url, person);
	const { csrf } = await readAs(await jar.fetch(`${api.url}/v1/me`), z.looseObject({ csrf: z.string() }));
	return { jar, csrf };
};
const [noa, alix] = [await browserOf('noa'), await browserOf('alix')];
const audited: AuditEntry[] = [];
const kafka = createKafka({ KAFKA_BROKERS: api.brokers }, 'proposals-test', createLogger('test', 'silent'));
const audit = await followLog(kafka, `${api.prefix}audit.v1`, (messages) => {
	for (const { value } of messages) audited.push(AuditEntry.parse(JSON.parse(String(value))));
});
cleanUp(() => audit.close());

let offset = 0;
const rows = (host: string, count: number, week: string, body = '') =>
	Array.from({ length: count }, (_, structure) => {
		offset += 1;
		return { host, structure: String(structure + 1), week, body, offset: String(offset) };
	});
// As the loader writes them: the api may only read.
await clickhouse.clientOf('loader').insert({
	table: 'state.platform_proposals',
	format: 'JSONEachRow',
	values: [
		...rows('rare.exemple.fr', 5, '2026-11-23'),
		...rows('souvent.exemple.fr', 12, '2026-10-26', 'DEPARTEMENT'),
		...rows('souvent.exemple.fr', 3, '2026-11-23', 'CCAS'),
		...rows('six.exemple.fr', 6, '2025-12-29'),
		...rows('autre.exemple.fr', 4, '2026-11-23'),
	],
});

const list = async () =>
	(await readAs(await noa.jar.fetch(`${api.url}/v1/admin/proposals`), ProposalList)).proposals;
const decide = (host: string, body: unknown, { jar, csrf } = noa) =>
	jar.fetch(`${api.url}/v1/admin/proposals/${proposalId(COMMENT_KEY, host)}/decision`, {
		method: 'POST',
		headers: { 'x-csrf-token': csrf, 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
const told = async () =>
	(await readAs(await api.get('/v1/proposals/decisions'), ProposalDecisions)).decisions;

test('a curator reads what the field misses, what many ask for first, in bands and weeks: no structure, no number', async () => {
	const proposals = await list();

	expect(
		proposals.map(({ host, band, firstWeek, lastWeek, body }) => [host, band, firstWeek, lastWeek, body]),
	).toEqual([
		['souvent.exemple.fr', '10-19', '2026-W44', '2026-W48', 'DEPARTEMENT'],
		['six.exemple.fr', '6-9', '2026-W01', '2026-W01', null],
		// By how many asked, not by name: what the list leaves out of very many is what the fewest ask for.
		['rare.exemple.fr', '1-5', '2026-W48', '2026-W48', null],
		['autre.exemple.fr', '1-5', '2026-W48', '2026-W48', null],
	]);
	expect(proposals.every(({ decision }) => decision === null)).toBe(true);
});

test('an administrator neither reads nor decides', async () => {
	expect((await alix.jar.fetch(`${api.url}/v1/admin/proposals`)).status).toBe(403);
	expect((await decide('six.exemple.fr', { outcome: 'accepted', taxonomy: '2027.1' }, alix)).status).toBe(
		403,
	);
});

test('a decision is written to the log of who did what, told to all without the name of the host, and may be taken again', async () => {
	const host = 'souvent.exemple.fr';
	const id = proposalId(COMMENT_KEY, host);
	const first = await readAs(
		await decide(host, { outcome: 'accepted', taxonomy: '2027.1' }),
		ProposalDecided,
	);
	const again = await decide(host, { outcome: 'known', platform: 'PORTAIL_DEPARTEMENT' });

	expect(first).toMatchObject({ id, decision: { outcome: 'accepted', taxonomy: '2027.1' } });
	expect([again.status, again.headers.get('cache-control')]).toEqual([200, 'no-store']);
	expect(await told()).toEqual([
		{ id, decision: { outcome: 'known', platform: 'PORTAIL_DEPARTEMENT' }, decidedOn: first.decidedOn },
	]);
	expect(JSON.stringify(await told())).not.toContain('souvent');
	// What was decided stands last.
	expect((await list()).at(-1)).toMatchObject({ host, decision: { outcome: 'known' } });
	await vi.waitUntil(() => audited.filter(({ action }) => action === 'proposal.decided').length === 2, {
		timeout: 30_000,
		interval: 50,
	});
	expect(audited.filter(({ action }) => action === 'proposal.decided')).toMatchObject([
		{ actor: { account: api.account('noa') }, target: id, detail: 'accepted' },
		{ actor: { account: api.account('noa') }, target: id, detail: 'known' },
	]);
});

test.each([
	['outcome', {}],
	['outcome', { outcome: 'perhaps' }],
	['taxonomy', { outcome: 'accepted' }],
	['taxonomy', { outcome: 'accepted', taxonomy: 'bientôt' }],
	['platform', { outcome: 'known', platform: 'NOTHING' }],
	['reason', { outcome: 'refused', reason: 'Tartempion' }],
	['', { outcome: 'refused', reason: 'LOCAL_PORTAL', note: 'Tartempion' }],
])('a decision that lacks what it needs, or says more, is refused (%s)', async (path, body) => {
	const before = await told();
	const answer = await decide('six.exemple.fr', body);

	expect([answer.status, (await answer.clone().text()).includes('Tartempion')]).toEqual([422, false]);
	const { errors } = Problem.parse(await answer.json());
	expect(errors?.map((error) => error.path)).toEqual([path]);
	expect(await told()).toEqual(before);
});

test('a name that may designate a person is told to nobody, nor is any decision once its time is over', async () => {
	const before = await told();
	const answer = await decide('rare.exemple.fr', { outcome: 'refused', reason: 'PERSONAL_DATA' });
	expect(answer.status).toBe(200);
	const longAgo = parisDateOf(new Date(Date.now() - (retention.proposalDays + 1) * 24 * 60 * 60_000));
	const old: RegistryRecord = {
		type: 'platform-proposal',
		id: proposalId(COMMENT_KEY, 'six.exemple.fr'),
		decision: { outcome: 'refused', reason: 'UNREACHABLE' },
		decidedOn: longAgo,
	};
	await writeRegistry(api.brokers, `${api.prefix}registry.v1`, [old]);
	// One that is written after it is read after it.
	await decide('souvent.exemple.fr', { outcome: 'refused', reason: 'LOCAL_PORTAL' });

	expect((await told()).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
	const decisions = new Map((await list()).map(({ host, decision }) => [host, decision]));
	expect(decisions.get('rare.exemple.fr')).toMatchObject({ reason: 'PERSONAL_DATA' });
	expect(decisions.get('six.exemple.fr')).toBeNull();
});

test('what nobody proposed cannot be decided', async () => {
	const answer = await decide('jamais.exemple.fr', { outcome: 'refused', reason: 'UNREACHABLE' });

	expect([answer.status, await codeOf(answer)]).toEqual([404, 'not_found']);
});
