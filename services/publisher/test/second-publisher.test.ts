import { closeInOrder } from '@vigie/kit/lifecycle';
import { readConfig } from '@vigie/publisher/config';
import { start } from '@vigie/publisher/start';
import { cleanUp } from '@vigie/test/cleanup';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { useRunningPublisher } from './running-publisher.js';
import { rowsIn } from './store.js';

it('a publisher that starts leaves the scratch of a closing under way in another one', async () => {
	const first = await useRunningPublisher(new Date().toISOString());
	await first.store.insert({
		table: 'private.closing_tokens',
		values: [{ weekToken: '1', quarterToken: '2' }],
		format: 'JSONEachRow',
	});
	const logger = pino({ level: 'silent' });

	const second = await start(readConfig(first.env), logger);
	cleanUp(() => closeInOrder(second.closings, logger));

	expect(await rowsIn(first.store, 'private.closing_tokens')).toBe(1);
});
