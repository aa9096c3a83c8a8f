import { randomUUID } from 'node:crypto';
import { createClickHouse } from '@vigie/kit/clickhouse';
import { hourOf } from '@vigie/schemas/calendar';
import { cleanUp } from '@vigie/test/cleanup';
import { useClickHouse } from '@vigie/test/engines';
import { sumOf } from '@vigie/test/verify/account';
import { isWhole, openVerification } from '@vigie/test/verify/open-verification';
import { renderAccounts } from '@vigie/test/verify/render';
import { expect, test } from 'vitest';
import { alert, message, type Stream, useStream } from '../../services/loader/test/fixture.js';
import { waitForCommit } from '../../services/loader/test/read.js';

const engine = await useClickHouse();
const hand = engine.clientOf('migrator');

// Of these days: the broker deletes what is older than sixteen.
const hour = hourOf(new Date());

const useVerification = async ({ kafka, prefix }: Stream) => {
	const verification = await openVerification({ kafka, client: engine.clientOf('detector'), prefix });
	cleanUp(() => verification.close());
	return async () => {
		const verified = await verification.look();
		return { ...verified, sum: sumOf(verified.accounts) };
	};
};

const useLoaded = async () => {
	const stream = await useStream();
	const loader = await stream.startLoader(engine.configOf('loader'));
	const events = Array.from({ length: 10 }, () => alert());
	await stream.send(events.map((event) => ({ ...message(event), timestamp: String(Date.parse(hour)) })));
	await stream.send([
		message(events[0] ?? alert(), { receivedSlot: '2026-11-10T14:00:00Z' }, 1),
		{ key: randomUUID(), value: 'no event', partition: 1 },
	]);
	await waitForCommit(stream, 12);
	return { stream, loader, events };
};

test('what a loader has done is accounted for, per partition and hour: stored, superseded, dead, waiting', async () => {
	const { stream, loader } = await useLoaded();
	const look = await useVerification(stream);

	const first = await look();
	await loader.stop();
	await stream.send([message(alert(), {}, 2)]);
	const second = await look();

	expect(first.sum).toEqual({ accepted: 12, stored: 10, superseded: 1, dead: 1, waiting: 0, missing: 0 });
	expect(first.accounts).toContainEqual({
		...{ partition: 0, hour },
		...{ accepted: 10, stored: 10, superseded: 0, dead: 0, waiting: 0, missing: 0 },
	});
	expect(first.ledgerFaults).toEqual([]);
	expect(isWhole(first, first.sum)).toBe(true);
	expect(second.sum).toEqual({ ...first.sum, accepted: 13, waiting: 1 });
});

test('what a closed week has forgotten is accounted for all the same: stored once, its copies superseded', async () => {
	const { stream } = await useLoaded();
	await hand.command({
		query: `
			ALTER TABLE private.events
			UPDATE reporterToken = 0, structureToken = 0, organisationToken = 0, sourcePartition = 0, sourceOffset = 0
			WHERE 1`,
		clickhouse_settings: { mutations_sync: '1' },
	});

	const seen = await (await useVerification(stream))();

	expect(seen.sum).toMatchObject({ accepted: 12, stored: 10, superseded: 1, dead: 1, missing: 0 });
	expect(isWhole(seen, seen.sum)).toBe(true);
});

test('a row that disappeared from the store is missed, and so is the place of its message', async () => {
	const { stream, loader, events } = await useLoaded();
	// Or it may do a batch again, and mend what is broken here.
	await loader.stop();
	await hand.command({
		query: 'DELETE FROM private.events WHERE id = {id: UUID}',
		query_params: { id: events[4]?.id },
	});

	const seen = await (await useVerification(stream))();

	expect(seen.sum).toMatchObject({ accepted: 12, stored: 9, missing: 1 });
	expect(seen.missing).toEqual(['0/4']);
	expect(isWhole(seen, seen.sum)).toBe(false);
});

test('a store that is away is said at once, and nothing is judged without it', async () => {
	const { stream } = await useLoaded();
	const client = createClickHouse(
		{ ...engine.configOf('detector'), CLICKHOUSE_URL: 'http://127.0.0.1:9' },
		'vigie-test',
	);
	cleanUp(() => client.close());
	const verification = await openVerification({ kafka: stream.kafka, client, prefix: stream.prefix });
	cleanUp(() => verification.close());

	await expect(verification.look()).rejects.toThrow(/ECONNREFUSED/);
});

test('on a screen that is watched, the last accounts are shown, and any earlier one that misses something', () => {
	const account = (hour: string, missing: number) => ({
		...{ partition: 0, hour, accepted: 5, stored: 5 - missing },
		...{ superseded: 0, dead: 0, waiting: 0, missing },
	});
	const accounts = ['10', '11', '12', '13'].map((hour) =>
		account(`2026-11-10T${hour}:00:00Z`, hour === '11' ? 1 : 0),
	);

	const text = renderAccounts({ accounts, ledgerFaults: [], missing: ['0/4'] }, sumOf(accounts), 2);

	expect(text.match(/T\d\d/g)).toEqual(['T11', 'T12', 'T13']);
	expect(text).toMatch(/^\.\.\. 1 earlier/m);
	expect(text).toContain('missing: partition/offset 0/4');
});

test('a range that is not in the ledger is a fault, and so is one that does not account for all of its messages', async () => {
	const { stream, loader } = await useLoaded();
	await loader.stop();
	const topic = `${stream.prefix}events.v1`;
	await hand.command({
		query: 'DELETE FROM private.ledger WHERE topic = {topic: String} AND partition = 0',
		query_params: { topic },
	});
	await hand.insert({
		table: 'private.ledger',
		values: [
			{ topic, partition: 0, firstOffset: 2, lastOffset: 9, rows: 7, dead: 0, hour: '2026-11-10T13:00:00Z' },
		],
		format: 'JSONEachRow',
	});

	const seen = await (await useVerification(stream))();

	expect(seen.ledgerFaults).toEqual([
		'partition 0: 2 to 9 accounts for 7 only',
		'partition 0: 0 to 1 is in no range',
	]);
	expect(isWhole(seen, seen.sum)).toBe(false);
});
