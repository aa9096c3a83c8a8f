import { useClickHouse } from '@vigie/test/engines';
import { expect, test } from 'vitest';
import { admission, alert, message, useStream } from './fixture.js';
import { readLetters } from './letters.js';
import { eventsIn, ledgerOf, waitForCommit } from './read.js';

const clickhouse = await useClickHouse();
const reader = clickhouse.clientOf('publisher');
const eventsOf = eventsIn(reader);

test('what cannot be read goes to the dead letters with its reason and origin, and the partition goes on', async () => {
	const stream = await useStream();
	const [before, after] = [alert(), alert()];
	const unknownField = JSON.stringify({ event: alert({ comment: 'x' }), admission: admission() });
	const unknownVersion = JSON.stringify({ event: alert({ version: '2-0-0' }), admission: admission() });
	await stream.startLoader(clickhouse.configOf('loader'));

	await stream.send([
		message(before),
		{ key: 'a', value: '{"event":', partition: 0 },
		{ key: 'b', value: unknownField, partition: 0 },
		{ key: 'c', value: unknownVersion, partition: 0 },
		{ key: 'd', value: null, partition: 0 },
		message(after),
	]);
	await waitForCommit(stream, 6);

	const letters = await readLetters(stream, 4);
	const origin = (offset: number) => `${stream.prefix}events.v1/0/${offset}`;
	expect(letters).toMatchObject([
		{ value: '{"event":', headers: { reason: 'malformed_json', origin: origin(1), schema: '' } },
		{ value: unknownField, headers: { reason: 'invalid_event', schema: 'dysfunction.alerted/1-0-0' } },
		{ value: unknownVersion, headers: { reason: 'unknown_version', schema: 'dysfunction.alerted/2-0-0' } },
		{ value: null, headers: { reason: 'empty', origin: origin(4), component: 'loader' } },
	]);
	for (const { headers } of letters) expect(headers.firstSeenAt).toMatch(/T\d\d:(00|15|30|45):00Z$/);
	expect(await eventsOf(before.id, after.id)).toHaveLength(2);
	expect(await ledgerOf(reader, stream)()).toEqual({ rows: 2, dead: 4 });
});

// A rule that this loader does not know of: the engine refuses the whole insert for one row.
test('an event that the engine alone refuses is set apart without holding back its batch', async () => {
	const stream = await useStream();
	await clickhouse.clientOf('migrator').command({
		query: "ALTER TABLE private.events ADD CONSTRAINT planted CHECK platform != 'VISALE'",
	});
	const good = Array.from({ length: 9 }, () => alert());
	const bad = alert({ platform: 'VISALE' });
	await stream.send([...good.slice(0, 5), bad, ...good.slice(5)].map((event) => message(event)));

	await stream.startLoader(clickhouse.configOf('loader'));
	await waitForCommit(stream, 10);

	expect(await readLetters(stream, 1)).toMatchObject([
		{ headers: { reason: 'refused_by_store', origin: `${stream.prefix}events.v1/0/5` } },
	]);
	expect(await eventsOf(...good.map(({ id }) => id))).toHaveLength(9);
	expect(await eventsOf(bad.id)).toHaveLength(0);
	expect(await ledgerOf(reader, stream)()).toEqual({ rows: 9, dead: 1 });
});

test('a letter keeps the headers of its reception, and no stranger’s', async () => {
	const stream = await useStream();
	const [ce_id, ce_type] = ['6f1d3c1e-5a0f-4b7e-9c55-0d6a3a2f4b10', 'dysfunction.alerted'];
	await stream.startLoader(clickhouse.configOf('loader'));

	await stream.send([
		{
			value: '{',
			partition: 0,
			headers: { ce_id, ce_type, reason: 'empty', other: 'x', origin: 'elsewhere' },
		},
	]);

	const [letter] = await readLetters(stream, 1);
	expect(Object.keys(letter?.headers ?? {}).sort()).toEqual(
		['ce_id', 'ce_type', 'component', 'firstSeenAt', 'origin', 'reason', 'schema'].sort(),
	);
	expect(letter?.headers).toMatchObject({
		ce_id,
		reason: 'malformed_json',
		origin: `${stream.prefix}events.v1/0/0`,
	});
});

// More than a broker takes at once (1 MiB), in many letters and in one.
test('a batch of nothing but letters, and a letter as large as a message may be, pass like any other', async () => {
	const stream = await useStream();
	const event = alert();
	const poison = { value: `{"filler":"${'x'.repeat(1_000)}"`, partition: 0 };
	const largest = { value: 'x'.repeat(1_048_000), partition: 0 };
	await stream.send(Array.from({ length: 900 }, () => poison));
	await stream.send(Array.from({ length: 900 }, () => poison));
	await stream.send([largest]);
	await stream.send([message(event)]);

	await stream.startLoader(clickhouse.configOf('loader'));
	await waitForCommit(stream, 1_802);

	const letters = await readLetters(stream, 1_801);
	expect(new Set(letters.map(({ headers }) => headers.origin)).size).toBe(1_801);
	expect(letters.at(-1)?.value).toHaveLength(1_048_000);
	expect(await eventsOf(event.id)).toHaveLength(1);
});
