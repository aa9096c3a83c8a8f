import { createLogger } from '@vigie/kit/logger';
import { createEventInserter } from '@vigie/loader/insert-events';
import { LineBuffer, type Lines } from '@vigie/loader/line-buffer';
import { createLoaderMetrics } from '@vigie/loader/metrics';
import { rowOf } from '@vigie/loader/row';
import { rowText } from '@vigie/loader/row-text';
import { Event } from '@vigie/schemas/events';
import { useClickHouse } from '@vigie/test/engines';
import { Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { admission, alert, RECORD_KEY } from './fixture.js';
import { eventsIn } from './read.js';

const clickhouse = await useClickHouse();
const control = { heartbeat: async () => undefined, isRunning: () => true };

const linesOf = (event: Event): Lines => {
	const buffer = new LineBuffer(1_000);
	buffer.add(
		'0',
		rowText(rowOf({ event, admission: admission() }, { partition: 0, offset: '0' }, RECORD_KEY)),
	);
	return buffer.lines();
};

// A store that is kept while its log is made anew: the offsets are the same again, the events are others.
test('an event at an offset that another log had before is stored all the same', async () => {
	const insert = createEventInserter({
		client: clickhouse.clientOf('loader'),
		logger: createLogger('test', 'silent'),
		metrics: createLoaderMetrics(new Registry(), Date.now),
		onEngine: () => undefined,
	});
	const [before, after] = [Event.parse(alert()), Event.parse(alert())];

	for (const event of [before, after])
		await insert({ topic: 'events.v1', partition: 0 }, linesOf(event), control);

	expect(await eventsIn(clickhouse.clientOf('publisher'))(before.id, after.id)).toHaveLength(2);
});
