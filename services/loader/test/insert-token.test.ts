import { useClickHouse } from '@vigie/test/engines';
import { expect, test } from 'vitest';
import { useEngineProxy } from './engine-proxy.js';
import { alert, message, useStream } from './fixture.js';
import { waitForCommit } from './read.js';

const clickhouse = await useClickHouse();

test('every insert carries a token that names its topic, partition, offsets and first event', async () => {
	const stream = await useStream();
	const proxy = await useEngineProxy(clickhouse.url);
	const [first, third] = [alert(), alert()];
	await stream.send([message(first), message(alert()), message(third, {}, 2)]);

	await stream.startLoader({ ...clickhouse.configOf('loader'), CLICKHOUSE_URL: proxy.url });
	await waitForCommit(stream, 3);

	const inserts = proxy.statements.filter(({ sql }) => sql.includes('INSERT'));
	const tokens = inserts.map(({ settings }) => settings.get('insert_deduplication_token'));
	const ofEvents = inserts.filter(({ sql }) => sql.includes('private.events'));
	expect(tokens).not.toContain(null);
	expect(tokens).not.toContain('');
	expect(ofEvents.map(({ settings }) => settings.get('insert_deduplication_token')).sort()).toEqual([
		`${stream.prefix}events.v1:0:0-1:${first.id}`,
		`${stream.prefix}events.v1:2:0-0:${third.id}`,
	]);
});
