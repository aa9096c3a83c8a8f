import { randomUUID } from 'node:crypto';
import { createKafka, createProducer } from '@vigie/kit/kafka';
import { createLogger } from '@vigie/kit/logger';
import { sealComment } from '@vigie/kit/sealed-comment';
import { AuditEntry } from '@vigie/schemas/accounts/audit';
import { slotOf } from '@vigie/schemas/calendar';
import { COMMENT_PAGE, CommentPage, type KeptComment } from '@vigie/schemas/comment';
import { retention } from '@vigie/schemas/retention';
import { cleanUp } from '@vigie/test/cleanup';
import { useClickHouse } from '@vigie/test/engines';
import { followLog } from '@vigie/test/verify/follow-log';
import { expect, test, vi } from 'vitest';
import { signIn } from './accounts/use-identity.js';
import { usePeople } from './accounts/use-people.js';
import { COMMENT_KEY, codeOf, readAs } from './fixture.js';

const api = await usePeople(await useClickHouse(), { VIGIE_COMMENTS: 'on' });
const [noa, alix] = [await signIn(api.url, 'noa'), await signIn(api.url, 'alix')];
const kafka = createKafka({ KAFKA_BROKERS: api.brokers }, 'comments-test', createLogger('test', 'silent'));
const producer = createProducer(kafka);
await producer.connect();
cleanUp(() => producer.disconnect());
const audited: AuditEntry[] = [];
const audit = await followLog(kafka, `${api.prefix}audit.v1`, (messages) => {
	for (const { value } of messages) audited.push(AuditEntry.parse(JSON.parse(String(value))));
});
cleanUp(() => audit.close());

const DAY_MS = 24 * 60 * 60_000;
const comment = (text: string, daysAgo = 0): KeptComment => ({
	event: randomUUID(),
	text,
	platform: 'CAF_MON_COMPTE',
	step: 'ENVOI',
	receivedSlot: slotOf(new Date(Date.now() - daysAgo * DAY_MS)),
});
/** As intake writes them. */
const keep = (comments: readonly KeptComment[], key = COMMENT_KEY) =>
	producer.send({
		topic: `${api.prefix}comments.v1`,
		acks: -1,
		messages: comments.map((kept) => ({ key: kept.event, value: sealComment(kept, key) })),
	});
const ask = (query = '', browser = noa) => browser.fetch(`${api.url}/v1/admin/comments${query}`);
const page = async (query = '') => readAs(await ask(query), CommentPage);
const textsOf = ({ comments }: CommentPage): readonly string[] => comments.map(({ text }) => text);
const readings = () => audited.filter(({ action }) => action === 'comment.read');
/** The log is followed a moment later. */
const untilRead = (count: number) =>
	vi.waitUntil(() => readings().length >= count, { timeout: 30_000, interval: 50 });

const written = Array.from({ length: COMMENT_PAGE + 3 }, (_, index) => comment(`mots ${index}`));

test('where nobody has written there is nothing to read, and that too was an act', async () => {
	expect(await page()).toEqual({ taken: 'on', comments: [], unreadable: 0, before: null });
	await untilRead(1);
});

test('a curator reads the latest words first, with what the alert was about and the day, page by page, each once', async () => {
	await keep(written);

	const answer = await ask();
	const first = await readAs(answer, CommentPage);
	const second = await page(`?before=${first.before}`);

	expect(answer.headers.get('cache-control')).toBe('no-store');
	expect([first.comments.length, second.comments.length, second.before]).toEqual([COMMENT_PAGE, 3, null]);
	expect([...textsOf(first), ...textsOf(second)]).toEqual(written.map(({ text }) => text).reverse());
	expect(first.comments[0]).toEqual({
		position: String(COMMENT_PAGE + 2),
		day: written[0]?.receivedSlot.slice(0, 10),
		text: `mots ${COMMENT_PAGE + 2}`,
		platform: 'CAF_MON_COMPTE',
		step: 'ENVOI',
		failureKind: null,
	});
	// Who knows the id of an alert may change it.
	expect(JSON.stringify([first, second])).not.toContain(written[0]?.event);
});

test('each page is one act of the log: who read, and from where to where', async () => {
	const before = readings().length;
	const { before: next } = await page();
	await page(`?before=${next}`);
	await untilRead(before + 2);

	const [one, two] = readings().slice(-2);
	const actor = { kind: 'account', account: api.account('noa') };
	const end = COMMENT_PAGE + 3;
	expect(one).toMatchObject({ actor, target: null, detail: `3-${end}` });
	expect(two).toMatchObject({ actor, target: null, detail: '0-3' });
	expect(JSON.stringify(audited)).not.toContain('mots');
});

test('an administrator does not read them, nor does the log say that one did', async () => {
	const before = readings().length;

	expect((await ask('', alix)).status).toBe(403);
	await page();
	await untilRead(before + 1);
	expect(readings().filter(({ actor }) => JSON.stringify(actor).includes(api.account('alix')))).toEqual([]);
});

test('what is past its thirty days is shown no more, and what another key sealed is counted, not guessed', async () => {
	await keep([
		comment('trop vieux', retention.commentDays + 1),
		comment('encore là', retention.commentDays - 1),
	]);
	await keep([comment('autre clé')], Buffer.alloc(32, 1));

	const latest = await page();

	expect(textsOf(latest).slice(0, 2)).toEqual(['encore là', `mots ${COMMENT_PAGE + 2}`]);
	expect(latest.unreadable).toBe(1);
});

test.each(['?before=-1', '?before=hier', '?page=2', '?before=1234567890123456789'])(
	'%s is refused, and nothing is read',
	async (query) => {
		const before = readings().length;
		const answer = await ask(query);

		expect([answer.status, await codeOf(answer)]).toEqual([422, 'invalid_request']);
		// The log keeps its order: once a page that is read is in it, what came before would be too.
		await page();
		await untilRead(before + 1);
		expect(readings()).toHaveLength(before + 1);
	},
);

test('a page beyond either end is an empty one or the last one, and no error', async () => {
	expect((await page('?before=0')).comments).toEqual([]);
	expect((await page('?before=999999999999')).comments[0]?.text).toBe('encore là');
});
