import { eventSchemas } from '@vigie/schemas/events';
import { DysfunctionAlerted } from '@vigie/schemas/events/dysfunction-alerted';
import { useClickHouse } from '@vigie/test/engines';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { useCommand } from './command.js';
import { alert, message, useStream } from './fixture.js';
import { readLetters } from './letters.js';
import { eventsIn, waitForCommit } from './read.js';

const clickhouse = await useClickHouse();
const eventsOf = eventsIn(clickhouse.clientOf('publisher'));

// One version of each kind is published so far: the next ones are made here, with one more field that may be left out.
const next = (version: string) =>
	DysfunctionAlerted.extend({ version: z.literal(version), device: z.string().optional() });
const tableWith = (...versions: string[]) => ({
	...eventSchemas,
	'dysfunction.alerted': {
		...eventSchemas['dysfunction.alerted'],
		...Object.fromEntries(versions.map((version) => [version, next(version)])),
	},
});

test('an event of a newer version waits among the dead letters, and is stored by the upgrade that knows it', async () => {
	const stream = await useStream();
	const upgraded = tableWith('1-1-0');
	const [known, newer] = [alert(), alert({ version: '1-1-0', device: 'x' })];
	const old = await stream.startLoader(clickhouse.configOf('loader'));
	await stream.send([message(known), message(newer)]);
	await waitForCommit(stream, 2);

	const before = await useCommand(stream, clickhouse)('replay');
	await old.stop();
	await stream.startLoader(clickhouse.configOf('loader'), upgraded);
	const after = await useCommand(stream, clickhouse, upgraded)('replay', '--reason', 'unknown_version');

	expect(before.text).toContain(
		'Laissées, car cette version ne les lit pas non plus : 1 (1 unknown_version).',
	);
	expect([after.code, after.text]).toEqual([0, expect.stringContaining('Remises sur events.v1 : 1')]);
	expect(await eventsOf(known.id)).toMatchObject([{ version: '1-0-0' }]);
	expect(await eventsOf(newer.id)).toMatchObject([{ version: '1-1-0', platform: newer.platform }]);
	expect((await useCommand(stream, clickhouse)('list')).text).toContain('En attente : 0.');
});

test('after an upgrade the version before it is stored still, and the one before that is set apart', async () => {
	const stream = await useStream();
	await stream.startLoader(clickhouse.configOf('loader'), tableWith('1-1-0', '1-2-0'));
	const events = ['1-2-0', '1-1-0', '1-0-0'].map((version) => alert({ version }));
	await stream.send(events.map((event) => message(event)));
	await waitForCommit(stream, 3);

	const stored = await Promise.all(events.map(({ id }) => eventsOf(id)));

	expect(stored.map((rows) => rows.length)).toEqual([1, 1, 0]);
	expect(await readLetters(stream, 1)).toMatchObject([
		{ headers: { reason: 'retired_version', schema: 'dysfunction.alerted/1-0-0' } },
	]);
});
