import { randomUUID } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createKafka, createProducer } from '@vigie/kit/kafka';
import { createLogger } from '@vigie/kit/logger';
import { proposalId } from '@vigie/kit/proposal-id';
import { sealComment } from '@vigie/kit/sealed-comment';
import { SESSION_COOKIE } from '@vigie/schemas/accounts/session';
import { parisDateOf, slotOf } from '@vigie/schemas/calendar';
import { CommentPage } from '@vigie/schemas/comment';
import { ProposalDecided, ProposalDecisions, ProposalList } from '@vigie/schemas/proposals/proposal';
import { type RecordOf, registryKey } from '@vigie/schemas/registry';
import { retention } from '@vigie/schemas/retention';
import { cleanUp } from '@vigie/test/cleanup';
import { useClickHouse } from '@vigie/test/engines';
import { followLog } from '@vigie/test/verify/follow-log';
import { writeRegistry } from '@vigie/test/write-registry';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { createJar } from './accounts/cookie-jar.js';
import { signIn } from './accounts/use-identity.js';
import { usePeople } from './accounts/use-people.js';
import { COMMENT_KEY, readAs, useApi } from './fixture.js';

const NEW_KEY = Buffer.alloc(32, 6);
const DAY_MS = 24 * 60 * 60_000;
const clickhouse = await useClickHouse();
const before = await usePeople(clickhouse);
const kafka = createKafka({ KAFKA_BROKERS: before.brokers }, 'changed-key', createLogger('test', 'silent'));
const producer = createProducer(kafka);
await producer.connect();
cleanUp(() => producer.disconnect());
const [known, fresh] = ['ancien.exemple.fr', 'nouveau.exemple.fr'];
const decidedUnder = (key: Buffer, host: string, daysAgo = 0): RecordOf<'platform-proposal'> => ({
	type: 'platform-proposal',
	id: proposalId(key, host),
	decision: { outcome: 'refused', reason: 'UNREACHABLE' },
	decidedOn: parisDateOf(new Date(Date.now() - daysAgo * DAY_MS)),
});
const old = decidedUnder(COMMENT_KEY, 'oublie.exemple.fr', retention.proposalDays + 1);
const kept = decidedUnder(COMMENT_KEY, known, retention.proposalDays - 1);
await writeRegistry(before.brokers, `${before.prefix}registry.v1`, [old, kept]);
const comment = { event: randomUUID(), text: 'avant', platform: 'AMELI', receivedSlot: slotOf(new Date()) };
await producer.send({
	topic: `${before.prefix}comments.v1`,
	acks: -1,
	messages: [{ key: comment.event, value: sealComment(comment, COMMENT_KEY) }],
});
await clickhouse.clientOf('loader').insert({
	table: 'state.platform_proposals',
	format: 'JSONEachRow',
	values: [known, fresh].map((host, index) => ({
		host,
		structure: '1',
		week: '2026-11-23',
		body: '',
		offset: String(index + 1),
	})),
});

// As an operator does: the former key goes behind the new one, and the api starts again.
await rename(join(before.keys, 'comments.key'), join(before.keys, 'comments-previous.key'));
await writeFile(join(before.keys, 'comments.key'), `${NEW_KEY.toString('hex')}\n`);
const api = await useApi(clickhouse, {
	KAFKA_BROKERS: before.brokers,
	VIGIE_TOPIC_PREFIX: before.prefix,
	VIGIE_KEYS: before.keys,
	REDIS_URL: before.redis,
});
const signedIn = await signIn(before.url, 'noa');
const noa = createJar();
noa.plant(api.url, SESSION_COOKIE, signedIn.cookie(before.url, SESSION_COOKIE) ?? '');
const { csrf } = await readAs(await noa.fetch(`${api.url}/v1/me`), z.looseObject({ csrf: z.string() }));
const told = async () =>
	(await readAs(await api.get('/v1/proposals/decisions'), ProposalDecisions)).decisions;

test('words sealed and platforms decided under the former key are read after the key was changed', async () => {
	const page = await readAs(await noa.fetch(`${api.url}/v1/admin/comments`), CommentPage);
	const { proposals } = await readAs(await noa.fetch(`${api.url}/v1/admin/proposals`), ProposalList);

	expect([page.unreadable, page.comments.map(({ text }) => text)]).toEqual([0, ['avant']]);
	expect(proposals.map(({ host, id, decision }) => [host, id, decision?.outcome ?? null])).toEqual([
		[fresh, proposalId(NEW_KEY, fresh), null],
		[known, proposalId(NEW_KEY, known), 'refused'],
	]);
});

test('what is decided again is told under the former id too, what was never decided under the new one only', async () => {
	const decide = async (host: string) =>
		readAs(
			await noa.fetch(`${api.url}/v1/admin/proposals/${proposalId(NEW_KEY, host)}/decision`, {
				method: 'POST',
				headers: { 'x-csrf-token': csrf, 'content-type': 'application/json' },
				body: JSON.stringify({ outcome: 'accepted', taxonomy: '2027.1' }),
			}),
			ProposalDecided,
		);

	for (const host of [known, fresh]) await decide(host);

	const accepted = (await told()).filter(({ decision }) => decision.outcome === 'accepted');
	expect(accepted.map(({ id }) => id).sort()).toEqual(
		[proposalId(NEW_KEY, known), kept.id, proposalId(NEW_KEY, fresh)].sort(),
	);
});

test('a decision whose time is over is taken out of the registry, so that its log forgets it; one that is kept is not', async () => {
	const last = new Map<string, boolean>();
	const log = await followLog(kafka, `${before.prefix}registry.v1`, (messages) => {
		for (const { key, value } of messages) last.set(String(key), value !== null);
	});
	cleanUp(() => log.close());

	await vi.waitUntil(() => last.get(registryKey(old)) === false, { timeout: 30_000, interval: 50 });

	expect(last.get(registryKey(kept))).toBe(true);
	expect([...last.values()].filter((stands) => !stands)).toHaveLength(1);
});
