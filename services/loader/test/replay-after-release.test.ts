import { slotOf, weekNumber, weekOf } from '@vigie/schemas/calendar';
import { useClickHouse } from '@vigie/test/engines';
import { expect, test } from 'vitest';
import { useCommand } from './command.js';
import { alert, message, useStream } from './fixture.js';
import { eventsIn, waitForCommit } from './read.js';
import { readEvents } from './read-events.js';

const clickhouse = await useClickHouse();
const eventsOf = eventsIn(clickhouse.clientOf('publisher'));
const migrator = clickhouse.clientOf('migrator');

/** A letter of an event that was received a moment ago: the store refused it, and takes it now. */
const letterOfNow = async (platform: string) => {
	const stream = await useStream();
	const rule = `only_${platform}`;
	await migrator.command({
		query: `ALTER TABLE private.events ADD CONSTRAINT ${rule} CHECK platform != '${platform}'`,
	});
	await stream.startLoader(clickhouse.configOf('loader'));
	const event = alert({ platform });
	const receivedSlot = slotOf(new Date());
	const headers = { ce_id: event.id, ce_type: event.kind };
	const sent = { ...message(event, { receivedSlot, bodyHash: '00000000000000aa' }), headers };
	await stream.send([sent]);
	await waitForCommit(stream, 1);
	await migrator.command({ query: `ALTER TABLE private.events DROP CONSTRAINT ${rule}` });
	return { stream, event, sent, receivedSlot, run: useCommand(stream, clickhouse) };
};

test('while its week is open a letter is replayed as it was: bytes, key and headers', async () => {
	const { stream, event, sent, receivedSlot, run } = await letterOfNow('CPF');

	const { code, text } = await run('replay');

	expect([code, text]).toEqual([0, 'Remises sur events.v1 : 1 (1 inchangées).']);
	const [first, again] = await readEvents(stream);
	expect(String(again?.value)).toBe(sent.value);
	expect(again?.key).toEqual(first?.key);
	expect(again?.headers).toEqual(first?.headers);
	expect(await eventsOf(event.id)).toMatchObject([{ receivedSlot, structureToken: '2' }]);
});

test('once its week is closed the event is received again at the replay’s slot, from nobody in particular', async () => {
	const { event, run } = await letterOfNow('URSSAF');
	const before = slotOf(new Date());
	const week = weekOf(new Date());
	await clickhouse.clientOf('publisher').insert({
		table: 'state.closings',
		values: [{ week, closedAt: Math.floor(Date.now() / 1000) }],
		format: 'JSONEachRow',
	});

	const { text } = await run('replay');

	expect(text).toContain('1 (1 reçues à nouveau, leur semaine est close)');
	const [row] = await eventsOf(event.id);
	expect(row).toMatchObject({
		reporterToken: '1',
		structureToken: '1',
		organisationToken: '1',
		bodyHash: '170',
	});
	expect(String(row?.receivedSlot) >= before).toBe(true);
});

test('a week whose release is due takes nothing either, closed or not', async () => {
	const stream = await useStream();
	await migrator.command({
		query: "ALTER TABLE private.events ADD CONSTRAINT late CHECK platform != 'ANTS'",
	});
	await stream.startLoader(clickhouse.configOf('loader'));
	const event = alert({ platform: 'ANTS' });
	await stream.send([message(event, { receivedSlot: '2026-03-10T13:15:00Z' })]);
	await waitForCommit(stream, 1);
	await migrator.command({ query: 'ALTER TABLE private.events DROP CONSTRAINT late' });

	await useCommand(stream, clickhouse)('replay');

	expect(await eventsOf(event.id)).toMatchObject([{ receivedWeek: weekNumber(weekOf(new Date())) }]);
});
