import { createHash } from 'node:crypto';
import type { ClickHouseClient } from '@clickhouse/client';
import { useClickHouse } from '@vigie/test/engines';
import { checkHistory } from '@vigie/test/history/check-history';
import { createHistory } from '@vigie/test/history/history';
import { eventsToCount, readCounted } from '@vigie/test/history/read-counted';
import { readStored } from '@vigie/test/history/read-stored';
import { beforeEach, expect, test } from 'vitest';

const engine = await useClickHouse();
const [hand, publisher] = [engine.clientOf('migrator'), engine.clientOf('publisher')];

const idOf = (number: number): string => {
	const hex = createHash('sha256').update(String(number)).digest('hex');
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const row = (number: number, change: Record<string, unknown> = {}) => ({
	id: idOf(number),
	revision: 0,
	retracted: false,
	kind: 'dysfunction.alerted',
	version: '1-0-0',
	taxonomy: '2026.1',
	observedAt: '2026-11-10T12:00:00Z',
	receivedSlot: '2026-11-10T13:15:00Z',
	receivedWeek: 202646,
	channel: 'FORMULAIRE',
	roleFamily: 'TRAVAIL_SOCIAL',
	structureFamily: 'COMMUNE',
	territory: '69',
	ownPlatform: false,
	structureToken: 1,
	bodyHash: 7,
	platform: 'CAF_MON_COMPTE',
	sourcePartition: 0,
	sourceOffset: number,
	...change,
});

const insert = (client: ClickHouseClient, rows: object[]) =>
	client.insert({ table: 'private.events', values: rows, format: 'JSONEachRow' });

beforeEach(async () => {
	await hand.command({ query: 'TRUNCATE TABLE private.events' });
});

const keys = [0, 1, 2, 3].map((number) => `${idOf(number)}/0`);
const history = createHistory();
history.sent(keys);
history.told(keys, 'acknowledged');

test('copies of a revision in several inserts, even in two weeks, are stored once and counted once', async () => {
	await insert(hand, [row(0), row(1), row(2), row(3)]);
	await insert(hand, [row(0, { sourceOffset: 90 }), row(1, { receivedSlot: '2026-11-10T14:00:00Z' })]);
	await insert(hand, [row(2, { receivedSlot: '2026-11-17T14:00:00Z', receivedWeek: 202647 })]);

	const stored = await readStored(publisher);

	expect(checkHistory(history, stored)).toMatchObject({ stored: 4, lost: [], doubled: [] });
	expect(await readCounted(publisher)).toBe(4);
	expect(eventsToCount(stored)).toBe(4);
});

test('a revision that undoes its event takes it out of what is to count, as it takes it out of what a closing counts', async () => {
	await insert(hand, [row(0), row(0, { revision: 1, retracted: true }), row(1, { revision: 1 })]);

	expect(await readCounted(publisher)).toBe(1);
	expect(eventsToCount(await readStored(publisher))).toBe(1);
});

test('what comes in a later week neither moves an event nor undoes it', async () => {
	const later = { receivedSlot: '2026-11-17T14:00:00Z', receivedWeek: 202647 };
	await insert(hand, [row(0), row(1, later)]);
	await insert(hand, [
		row(0, { ...later, revision: 1, retracted: true }),
		row(1, { ...later, revision: 1, retracted: true }),
	]);

	expect(await readCounted(publisher)).toBe(1);
	expect(eventsToCount(await readStored(publisher))).toBe(1);
});

test('a revision that comes in the next week, before the release, still decides', async () => {
	const monday = { receivedSlot: '2026-11-16T08:00:00Z', receivedWeek: 202647 };
	await insert(hand, [row(0), row(1), row(1, { ...monday, revision: 1, retracted: true })]);
	await insert(hand, [row(0, { ...monday, revision: 1 })]);

	expect(await readCounted(publisher)).toBe(1);
	expect(eventsToCount(await readStored(publisher))).toBe(1);
});

test('a loss planted in the store is found', async () => {
	await insert(hand, [row(0), row(1), row(2), row(3)]);
	await hand.command({
		query: 'DELETE FROM private.events WHERE id = {id: UUID}',
		query_params: { id: idOf(2) },
	});

	expect(checkHistory(history, await readStored(publisher)).lost).toEqual([`${idOf(2)}/0`]);
});

// What a change of the table's order would do: copies are no longer copies.
test('a double planted in the store is found, one row in two inserts', { timeout: 120_000 }, async () => {
	const other = await useClickHouse();
	const broken = other.clientOf('migrator');
	await broken.command({ query: 'CREATE TABLE private.model AS private.events' });
	await broken.command({ query: 'DROP TABLE private.events' });
	await broken.command({
		query: `
			CREATE TABLE private.events AS private.model
			ENGINE = ReplacingMergeTree(firstWins)
			ORDER BY (id, revision, sourceOffset)
			PARTITION BY receivedWeek`,
	});
	await insert(broken, [row(0), row(1), row(2), row(3)]);
	await insert(broken, [row(1, { sourceOffset: 90 })]);

	expect(checkHistory(history, await readStored(other.clientOf('publisher'))).doubled).toEqual([
		`${idOf(1)}/0`,
	]);
});
