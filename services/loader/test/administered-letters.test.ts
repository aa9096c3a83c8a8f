import type { SubjectReader } from '@vigie/kit/access/subject-reader';
import { AuditEntry } from '@vigie/schemas/accounts/audit';
import { Grant } from '@vigie/schemas/accounts/grant';
import { DeadLetters, DropDone, ReplayDone } from '@vigie/schemas/dead-letters';
import { eventSchemas } from '@vigie/schemas/events';
import { cleanUp } from '@vigie/test/cleanup';
import { useClickHouse } from '@vigie/test/engines';
import { followLog } from '@vigie/test/verify/follow-log';
import { expect, test } from 'vitest';
import { alert, message, useStream, waitUntil } from './fixture.js';
import { eventsIn, waitForCommit } from './read.js';

const ACCOUNT = `a-${'0'.repeat(32)}`;
/** Who asks is what the header says: sessions have tests of their own. */
const readByHeader: SubjectReader = async ({ headers }) => {
	const role = headers['x-test-role'];
	if (typeof role !== 'string') return null;
	return { kind: 'account', account: ACCOUNT, grants: [Grant.parse({ role, body: null })] };
};

const clickhouse = await useClickHouse();
const reader = clickhouse.clientOf('publisher');

/** useLetters starts a loader that has met one event that it stores, two that no version reads, and one of a kind it does not know. */
const useLetters = async () => {
	const stream = await useStream();
	const later = alert({ kind: 'repair.confirmed', version: '9-0-0' });
	await stream.send([
		message(alert()),
		{ value: '{"secret":', partition: 0 },
		{ value: '{"secret":', partition: 0 },
		message(later),
	]);
	const loader = await stream.startLoader(clickhouse.configOf('loader'), eventSchemas, [readByHeader]);
	await waitForCommit(stream, 4);
	const ask = (path: string, body?: object, role: string | null = 'administrator') =>
		fetch(`${loader.url}/v1/admin/dead-letters${path}`, {
			method: body === undefined ? 'GET' : 'POST',
			headers: {
				...(role !== null && { 'x-test-role': role }),
				...(body !== undefined && { 'content-type': 'application/json' }),
			},
			...(body !== undefined && { body: JSON.stringify(body) }),
		});
	const look = async (query = '') => DeadLetters.parse(await (await ask(query)).json());
	return { stream, loader, ask, look, later };
};

test('an administrator sees how many wait and why, by path and code, and nothing of what one holds', async () => {
	const { ask, look } = await useLetters();
	const { waiting, letters } = await look();

	expect(waiting).toEqual([
		{ name: 'malformed_json', count: 2 },
		{ name: 'unknown_version', count: 1 },
	]);
	expect(letters.map(({ reason, readable }) => [reason, readable])).toEqual([
		['malformed_json', false],
		['malformed_json', false],
		['unknown_version', false],
	]);
	expect(letters[2]?.errors.length).toBeGreaterThan(0);
	expect((await look('?reason=unknown_version')).letters).toHaveLength(1);
	expect(await (await ask('')).text()).not.toContain('secret');
});

test('an order that does not say otherwise does nothing, and tells what it would do', async () => {
	const { ask, look } = await useLetters();
	const replay = ReplayDone.parse(await (await ask('/replay', {})).json());
	const drop = DropDone.parse(await (await ask('/drop', { reasons: ['malformed_json'] })).json());

	expect(replay).toEqual({
		dryRun: true,
		unchanged: 0,
		again: 0,
		left: [
			{ name: 'malformed_json', count: 2 },
			{ name: 'unknown_version', count: 1 },
		],
	});
	expect(drop).toEqual({ dryRun: true, dropped: [{ name: 'malformed_json', count: 2 }] });
	expect((await look()).settled).toEqual([]);
});

test('letters are given up by reason, once, and the log of administration says who did it', async () => {
	const { stream, ask, look } = await useLetters();
	const entries: AuditEntry[] = [];
	const log = await followLog(stream.kafka, `${stream.prefix}audit.v1`, (messages) => {
		for (const { value } of messages) entries.push(AuditEntry.parse(JSON.parse(String(value))));
	});
	cleanUp(() => log.close());

	const order = { reasons: ['malformed_json'], dryRun: false };
	const first = DropDone.parse(await (await ask('/drop', order)).json());
	const second = DropDone.parse(await (await ask('/drop', order)).json());

	expect([first.dropped, second.dropped]).toEqual([[{ name: 'malformed_json', count: 2 }], []]);
	const { waiting, settled } = await look();
	expect([waiting, settled]).toEqual([
		[{ name: 'unknown_version', count: 1 }],
		[{ name: 'dropped', count: 2 }],
	]);
	await waitUntil(async () => entries.length > 1, 'the entries of the log of administration');
	expect(entries[0]).toMatchObject({
		action: 'letters.dropped',
		actor: { kind: 'account', account: ACCOUNT },
	});
});

test('what a loader can read by now is put back, and stored once', async () => {
	const stream = await useStream();
	const event = alert();
	// A loader of before, which knows no version of this kind.
	const fewer = { ...eventSchemas, 'dysfunction.alerted': {} };
	const before = await stream.startLoader(clickhouse.configOf('loader'), fewer);
	await stream.send([message(event)]);
	await waitForCommit(stream, 1);
	await before.stop();
	const now = await stream.startLoader(clickhouse.configOf('loader'), eventSchemas, [readByHeader]);
	const order = (dryRun: boolean) =>
		fetch(`${now.url}/v1/admin/dead-letters/replay`, {
			method: 'POST',
			headers: { 'x-test-role': 'administrator', 'content-type': 'application/json' },
			body: JSON.stringify({ dryRun }),
		});

	const done = ReplayDone.parse(await (await order(false)).json());
	const again = ReplayDone.parse(await (await order(false)).json());

	expect(done.unchanged + done.again).toBe(1);
	expect(again.unchanged + again.again).toBe(0);
	await waitUntil(async () => (await eventsIn(reader)(event.id)).length === 1, 'the event in the store');
});

test.each([
	['nobody', null, 401],
	['a curator', 'curator', 403],
	['a working group', 'working_group', 403],
])('%s sees and settles nothing', async (_name, role, status) => {
	const { ask } = await useLetters();
	const answers = [
		await ask('', undefined, role),
		await ask('/replay', { dryRun: false }, role),
		await ask('/drop', { reasons: ['empty'], dryRun: false }, role),
	];

	expect(answers.map((answer) => answer.status)).toEqual([status, status, status]);
});

test.each([
	['/drop', {}],
	['/drop', { reasons: [], origins: [], dryRun: false }],
	['/replay', { reasons: ['because'] }],
	['/replay', { origins: ['../etc'] }],
])('%s of %j is refused', async (path, body) => {
	const { ask } = await useLetters();

	expect((await ask(path, body)).status).toBe(422);
});
