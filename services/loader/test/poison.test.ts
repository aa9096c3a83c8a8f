import { useClickHouse } from '@vigie/test/engines';
import { corpus } from '@vigie/test/poison/corpus';
import { CANARY, goodEvent } from '@vigie/test/poison/poison';
import { expect, test } from 'vitest';
import { message, useStream } from './fixture.js';
import { lettersNow } from './letters.js';
import { eventsIn, ledgerOf, waitForCommit } from './read.js';

const clickhouse = await useClickHouse();
const reader = clickhouse.clientOf('publisher');
const stream = await useStream();

// One partition: a good event, then a poison and a good event after it, and so on.
const goods = Array.from({ length: corpus.length + 1 }, () => goodEvent());
const [first, ...after] = goods;
const messages = corpus.flatMap(({ topic: { value, key, headers } }, index) => [
	{ value, partition: 0, ...(key === undefined ? {} : { key }), ...(headers ? { headers } : {}) },
	message(after[index] ?? goodEvent()),
]);
if (first) await stream.send([message(first)]);
for (const one of messages) await stream.send([one]);
await stream.startLoader(clickhouse.configOf('loader'));
await waitForCommit(stream, messages.length + 1);
const letters = new Map((await lettersNow(stream)).map((letter) => [letter.headers.origin, letter]));
const rows = await eventsIn(reader)(...goods.map(({ id }) => id));
const stored = new Set(rows.map(({ id }) => id));
// By comparing, not by printing: some are nearly a megabyte.
const isSame = (left: Buffer | null, right: Buffer | null): boolean =>
	left === null || right === null ? left === right : left.equals(right);

test('there are at least 60 poisons, no two alike', () => {
	expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length);
	expect(corpus.length).toBeGreaterThanOrEqual(60);
});

test.each(corpus.map((poison, index) => ({ ...poison, index })))(
	'$name: set apart as $topic.reason, with its bytes; the events before and after it are stored',
	({ topic, index }) => {
		const letter = letters.get(`${stream.prefix}events.v1/0/${2 * index + 1}`);
		const neighbours = goods.slice(index, index + 2).map(({ id }) => id);

		expect(letter?.headers.reason).toBe(topic.reason);
		expect(isSame(letter?.bytes ?? null, topic.value)).toBe(true);
		// Those of its reception are kept as its bytes are; ours believe none of it.
		const { reason, origin, component, schema, firstSeenAt } = letter?.headers ?? {};
		expect(JSON.stringify([reason, origin, component, schema, firstSeenAt])).not.toContain(CANARY);
		expect(neighbours.filter((id) => stored.has(id))).toHaveLength(2);
	},
);

test('the ledger counts each of them once', async () => {
	expect(await ledgerOf(reader, stream)()).toEqual({ rows: goods.length, dead: corpus.length });
});
