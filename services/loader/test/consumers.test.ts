import { useClickHouse } from '@vigie/test/engines';
import { expect, test } from 'vitest';
import { alert, message, useStream, waitUntil } from './fixture.js';
import { waitForCommit } from './read.js';

const clickhouse = await useClickHouse();

// The consumers of one process join the group one after the other, and each time its partitions are shared out again.
test('a loader that starts on a full topic stores nothing twice', { timeout: 60_000 }, async () => {
	const stream = await useStream();
	const total = 3_000;
	const messages = Array.from({ length: total }, (_, index) => message(alert(), {}, index % 3));
	await stream.send(messages);

	const loader = await stream.startLoader(clickhouse.configOf('loader'));
	await waitForCommit(stream, total);
	const metrics = await (await fetch(`${loader.url}/metrics`)).text();

	expect(metrics).toMatch(/^insert_rows_sum\{[^}]*\} 3000$/m);
	expect(metrics).toMatch(/^events_reprocessed_total\{[^}]*\} 0$/m);
});

test('the lag of each partition is told, and is nothing once all is stored', async () => {
	const stream = await useStream();
	await stream.send([message(alert())]);
	const loader = await stream.startLoader(clickhouse.configOf('loader'));
	await waitForCommit(stream, 1);
	const metrics = async () => (await fetch(`${loader.url}/metrics`)).text();

	await waitUntil(
		async () => /^consumer_lag\{[^}]*partition="0"[^}]*\} 0$/m.test(await metrics()),
		'a lag of nothing',
	);
	expect(await metrics()).toMatch(/^consumer_last_commit_age_seconds\{[^}]*partition="0"/m);
});
