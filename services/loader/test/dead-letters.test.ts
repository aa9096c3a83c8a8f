import { cleanUp } from '@vigie/test/cleanup';
import { useClickHouse } from '@vigie/test/engines';
import { expect, test } from 'vitest';
import { admission, alert, message, type Stream, useStream, waitUntil } from './fixture.js';
import { eventsIn, ledgerOf, waitForCommit } from './read.js';

const clickhouse = await useClickHouse();
const reader = clickhouse.clientOf('publisher');
const eventsOf = eventsIn(reader);

interface Letter {
	readonly value: string | null;
	readonly headers: Record<string, string>;
}

const readLetters = async ({ kafka, prefix }: Stream, count: number): Promise<Letter[]> => {
	const consumer = kafka.consumer({ groupId: `${prefix}reader` });
	cleanUp(() => consumer.disconnect());
	await consumer.connect();
	await consumer.subscribe({ topic: `${prefix}events.dead`, fromBeginning: true });
	const letters: Letter[] = [];
	await consumer.run({
		eachMessage: async ({ message: { value, headers } }) => {
			const texts = Object.entries(headers ?? {}).map(([name, text]) => [name, String(text)]);
			letters.push({ value: value?.toString() ?? null, headers: Object.fromEntries(texts) });
		},
	});
	await waitUntil(async () => letters.length >= count, `${count} dead letters`);
	return letters;
};

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

// The contract's pattern lets a thirteenth month through; the engine does not.
test('an event that the engine alone refuses is set apart without holding back its batch', async () => {
	const stream = await useStream();
	const good = Array.from({ length: 9 }, () => alert());
	const bad = alert({ observedAt: '2026-13-10T12:00:00Z' });
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

test('a situation outside the taxonomy is not stored with a guessed type', async () => {
	const stream = await useStream();
	const { platform: _platform, ...envelope } = alert();
	const signal = { ...envelope, kind: 'nontakeup.signalled', benefit: 'RSA', situation: 'INCONNUE' };

	await stream.startLoader(clickhouse.configOf('loader'));
	await stream.send([message({ ...signal, id: alert().id, declaredType: 'NON_DEMANDE' })]);

	expect(await readLetters(stream, 1)).toMatchObject([{ headers: { reason: 'unmappable_event' } }]);
});
