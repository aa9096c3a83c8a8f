import { useClickHouse } from '@vigie/test/engines';
import { expect, test } from 'vitest';
import { useCommand } from './command.js';
import { admission, alert, message, useStream } from './fixture.js';
import { waitForCommit } from './read.js';

const clickhouse = await useClickHouse();
const CANARY = 'CANARI_7F3A';

const withLetters = async () => {
	const stream = await useStream();
	await stream.startLoader(clickhouse.configOf('loader'));
	await stream.send([
		{ value: '{', partition: 0 },
		message(alert({ version: '2-0-0' }), {}, 1),
		message(alert({ comment: CANARY, platform: CANARY.toLowerCase() }), {}, 1),
		message(alert()),
	]);
	await waitForCommit(stream, 4);
	return { origin: (at: string) => `${stream.prefix}events.v1/${at}`, run: useCommand(stream, clickhouse) };
};

test('the list says what waits and why, whole or by reason, partition, time, kind, version and limit', async () => {
	const { run, origin } = await withLetters();

	const all = await run('list');
	const lines = async (...args: string[]) => (await run('list', ...args)).text.split('\n').slice(0, -1);

	expect(all.code).toBe(0);
	expect(all.text).toContain('En attente : 3 (1 invalid_event, 1 malformed_json, 1 unknown_version).');
	expect(await lines('--reason', 'malformed_json')).toEqual([expect.stringContaining(origin('0/0'))]);
	expect(await lines('--partition', '1')).toHaveLength(2);
	expect(await lines('--version', '2-0-0')).toEqual([expect.stringContaining(origin('1/0'))]);
	expect(await lines('--kind', 'dysfunction.alerted', '--reason', 'invalid_event')).toHaveLength(1);
	expect(await lines('--since', '2026-01-01')).toHaveLength(3);
	expect(await lines('--since', '2999-01-01T00:00:00Z')).toEqual([]);
	expect(await lines('--limit', '1')).toEqual([expect.anything(), '... et 2 autres']);
});

test('a letter is shown by where and why it is wrong, and never by what it holds unless its bytes are asked for', async () => {
	const { run, origin } = await withLetters();

	const shown = await run('show', origin('1/1'));
	const whole = await run('show', origin('1/1'), '--bytes');
	const none = await run('show', origin('2/7'));

	expect(shown.text).toContain('invalid_event');
	expect(shown.text).toContain('event.platform : invalid_format');
	expect(shown.text).toContain('event : unknown_field');
	expect(shown.text.toUpperCase()).not.toContain(CANARY);
	expect(JSON.parse(String(whole.bytes))).toMatchObject({
		event: { comment: CANARY },
		admission: admission(),
	});
	expect(none.code).toBe(1);
});

test.each([
	['nothing', []],
	['another action', ['mend']],
	['an option that is none', ['list', '--colour']],
	['a reason that is none', ['list', '--reason', 'because']],
	['a limit of nothing', ['list', '--limit', '0']],
	['a day that does not exist', ['list', '--since', '2026-02-30']],
	['showing nothing', ['show']],
	['dropping everything without saying so', ['drop']],
])('%s is answered with the usage', async (_name, args) => {
	const stream = await useStream();

	const { code, text } = await useCommand(stream, clickhouse)(...args);

	expect(code).toBe(2);
	expect(text).toContain('Usage : npm run deadletters');
});
