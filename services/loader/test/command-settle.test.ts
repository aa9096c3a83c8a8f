import { useClickHouse } from '@vigie/test/engines';
import { expect, test } from 'vitest';
import { useCommand } from './command.js';
import { alert, message, useStream } from './fixture.js';
import { readLetters } from './letters.js';
import { committedIn, eventsIn, waitForCommit } from './read.js';

const clickhouse = await useClickHouse();
const eventsOf = eventsIn(clickhouse.clientOf('publisher'));
const migrator = clickhouse.clientOf('migrator');

/** The store refuses a platform until the rule is lifted: letters that can be read, and stored later. */
const refusing = async (platform: string, count: number) => {
	const stream = await useStream();
	await migrator.command({
		query: `ALTER TABLE private.events ADD CONSTRAINT no_${platform} CHECK platform != '${platform}'`,
	});
	const events = Array.from({ length: count }, () => alert({ platform }));
	await stream.startLoader(clickhouse.configOf('loader'));
	await stream.send(events.map((event) => message(event)));
	await waitForCommit(stream, count);
	const lift = () => migrator.command({ query: `ALTER TABLE private.events DROP CONSTRAINT no_${platform}` });
	return { stream, events, lift, run: useCommand(stream, clickhouse), ids: events.map(({ id }) => id) };
};

test('what would be done is said and not done with --dry-run', async () => {
	const { stream, run } = await refusing('VISALE', 2);
	const committed = await committedIn(stream);

	const replay = await run('replay', '--dry-run');
	const drop = await run('drop', '--all', '--dry-run');

	expect(replay.text).toContain('Seraient remises sur events.v1 : 2');
	expect(drop.text).toContain('Seraient abandonnées : 2 (2 refused_by_store).');
	expect((await run('list')).text).toContain('En attente : 2');
	expect(await committed()).toBe(2);
});

test('a replayed letter is stored and waits no more; the others still do', async () => {
	const { run, lift, ids } = await refusing('URSSAF', 3);
	await lift();

	const some = await run('replay', '--limit', '2');
	const left = await run('list');
	const rest = await run('replay');

	expect([some.code, rest.code]).toEqual([0, 0]);
	expect(some.text).toContain('Remises sur events.v1 : 2');
	expect(left.text).toContain('En attente : 1 (1 refused_by_store).\nDéjà réglées : 2 (2 replayed).');
	expect(rest.text).toContain('Remises sur events.v1 : 1');
	expect(await eventsOf(...ids)).toHaveLength(3);
	expect((await run('replay')).text).toContain('Remises sur events.v1 : 0.');
});

test('a dropped letter waits no more, is never replayed, and stays to be looked at', async () => {
	const { stream, run, lift, ids } = await refusing('CPF', 2);
	const origin = `${stream.prefix}events.v1/0/1`;

	const dropped = await run('drop', origin);
	await lift();
	await run('replay');

	expect(dropped.text).toContain('Abandonnées : 1 (1 refused_by_store).');
	expect((await run('list')).text).toContain('En attente : 0.\nDéjà réglées : 2');
	expect((await run('show', origin)).text).toContain('réglée : dropped');
	expect((await eventsOf(...ids)).map(({ id }) => id)).toEqual([ids[0]]);
});

// A loader that dies between writing its letters and committing writes them again: same origin, same bytes.
test('a letter that was written twice is one letter', async () => {
	const { stream, run } = await refusing('EDUCONNECT', 1);
	const [letter] = await readLetters(stream, 1);
	await stream.send([{ value: letter?.bytes ?? null, headers: { ...letter?.headers } }], 'events.dead');

	const listed = await run('list');
	await run('drop', '--all');

	expect(listed.text).toContain('En attente : 1');
	expect((await run('list')).text).toContain('En attente : 0.');
});

// What a replay killed between the two leaves behind: the event is on the topic again, the letter still waits.
test('a replay that died before it could write down what it did is done again, and the event counts once', async () => {
	const { stream, run, lift, ids } = await refusing('ANTS', 1);
	await lift();
	const [letter] = await readLetters(stream, 1);
	await stream.send([{ key: ids[0] ?? null, value: letter?.bytes ?? null }]);

	const again = await run('replay');

	expect(again.text).toContain('Remises sur events.v1 : 1');
	expect(await eventsOf(...ids)).toHaveLength(1);
});

test('a letter that this version cannot read either is left, unless it is forced: then it is a letter again', async () => {
	const stream = await useStream();
	const run = useCommand(stream, clickhouse);
	await stream.startLoader(clickhouse.configOf('loader'));
	await stream.send([{ value: '{', partition: 0 }]);
	await waitForCommit(stream, 1);

	const left = await run('replay');
	const forced = await run('replay', '--force');

	expect(left.text).toContain('Remises sur events.v1 : 0.\nLaissées, car cette version');
	expect(forced.text).toContain('Remises sur events.v1 : 1');
	expect((await run('list')).text).toContain('En attente : 1 (1 malformed_json).\nDéjà réglées : 1');
});
