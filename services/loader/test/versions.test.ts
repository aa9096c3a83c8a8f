import { randomUUID } from 'node:crypto';
import type { EventTable, VersionedEvent } from '@vigie/schemas/event-reader';
import { Event, eventSchemas } from '@vigie/schemas/events';
import { eventExamples } from '@vigie/schemas/openapi/examples';
import { useClickHouse } from '@vigie/test/engines';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { useCommand } from './command.js';
import { message, useStream } from './fixture.js';
import { readLetters } from './letters.js';
import { eventsIn, waitForCommit } from './read.js';

const clickhouse = await useClickHouse();
const eventsOf = eventsIn(clickhouse.clientOf('publisher'));

const kinds = [
	eventExamples.alerte,
	eventExamples['échec de démarche'],
	eventExamples['non-recours'],
	eventExamples.orientation,
	eventExamples.réparation,
].map((example) => Event.parse(example));

/** everyKind gives an event of each kind, in a version. */
const everyKind = (version: string, more: object = {}) =>
	kinds.map((event) => ({ ...event, ...more, id: randomUUID() as string, version }));

// One version of each kind is published so far: the next ones are made here, with one more field that may be left out.
const tableWith = (...versions: string[]): EventTable<VersionedEvent> => {
	const more = <Schema extends z.ZodObject>(schema: Schema) =>
		Object.fromEntries(
			versions.map((version) => [
				version,
				schema.extend({ version: z.literal(version), device: z.string().optional() }),
			]),
		);
	const table = Object.entries(eventSchemas).map(([kind, published]) => [
		kind,
		{ ...published, ...more(published['1-0-0']) },
	]);
	// The keys are those of the published table, each with its contracts and later ones.
	return Object.fromEntries(table) as EventTable<VersionedEvent>;
};

const versionsIn = async (events: readonly { readonly id: string }[]): Promise<unknown[][]> =>
	Promise.all(events.map(async ({ id }) => (await eventsOf(id)).map(({ version }) => version)));

test('the examples are of every kind that is published', () => {
	expect(kinds.map(({ kind }) => kind).sort()).toEqual(Object.keys(eventSchemas).sort());
});

test('an event of a newer version waits among the dead letters, whatever its kind, and is stored by the upgrade that knows it', async () => {
	const stream = await useStream();
	const upgraded = tableWith('1-1-0');
	const [known, newer] = [everyKind('1-0-0'), everyKind('1-1-0', { device: 'x' })];
	const old = await stream.startLoader(clickhouse.configOf('loader'));
	await stream.send([...known, ...newer].map((event) => message(event)));
	await waitForCommit(stream, 10);

	const before = await useCommand(stream, clickhouse)('replay');
	const waiting = await versionsIn(newer);
	await old.stop();
	await stream.startLoader(clickhouse.configOf('loader'), upgraded);
	const after = await useCommand(stream, clickhouse, upgraded)('replay', '--reason', 'unknown_version');

	expect(before.text).toContain(
		'Laissées, car cette version ne les lit pas non plus : 5 (5 unknown_version).',
	);
	expect(waiting).toEqual(newer.map(() => []));
	expect([after.code, after.text]).toEqual([0, expect.stringContaining('Remises sur events.v1 : 5')]);
	expect(await versionsIn(known)).toEqual(known.map(() => ['1-0-0']));
	expect(await versionsIn(newer)).toEqual(newer.map(() => ['1-1-0']));
	expect((await useCommand(stream, clickhouse)('list')).text).toContain('En attente : 0.');
});

test('after an upgrade the version before it is stored still, whatever the kind, and the one before that is set apart', async () => {
	const stream = await useStream();
	await stream.startLoader(clickhouse.configOf('loader'), tableWith('1-1-0', '1-2-0'));
	const [newest, before, retired] = [everyKind('1-2-0'), everyKind('1-1-0'), everyKind('1-0-0')];
	await stream.send([...newest, ...before, ...retired].map((event) => message(event)));
	await waitForCommit(stream, 15);

	expect(await versionsIn(newest)).toEqual(newest.map(() => ['1-2-0']));
	expect(await versionsIn(before)).toEqual(before.map(() => ['1-1-0']));
	expect(await versionsIn(retired)).toEqual(retired.map(() => []));
	const letters = await readLetters(stream, 5);
	expect(letters.map(({ headers }) => headers.schema).sort()).toEqual(
		retired.map(({ kind }) => `${kind}/1-0-0`).sort(),
	);
	expect(new Set(letters.map(({ headers }) => headers.reason))).toEqual(new Set(['retired_version']));
});
