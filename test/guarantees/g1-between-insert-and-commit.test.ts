import { declareMany } from '@vigie/test/chaos/declarations';
import { sendUntilTold } from '@vigie/test/chaos/send';
import { createHistory } from '@vigie/test/history/history';
import { expect, test } from 'vitest';
import { expectAllStoredOnce, useFragileStack } from './use-fragile-stack.js';

const stack = await useFragileStack();
const history = createHistory();

// The way to the engine keeps back what the loader asks, or its answer; the loader is killed where it waits for it.
test.each([
	{ point: 'the events are read and not inserted', swallow: 'swallowRequest', table: 'private.events' },
	{
		point: 'the events are inserted, and it does not know',
		swallow: 'swallowAnswerTo',
		table: 'private.events',
	},
	{
		point: 'the ledger says so, and nothing is committed',
		swallow: 'swallowAnswerTo',
		table: 'private.ledger',
	},
] as const)(
	'G1: a loader killed when $point loses nothing and counts nothing twice',
	{ timeout: 120_000 },
	async ({ swallow, table }) => {
		const before = history.acknowledged;
		const paused = stack.links['loader to ClickHouse'][swallow](table);

		expect(await sendUntilTold(stack, declareMany(300), history)).toBe('acknowledged');
		await paused;
		await stack.kill('loader');
		// Behind the batch that is read again: it will have other bounds.
		await sendUntilTold(stack, declareMany(50), history);
		await stack.start('loader');

		expect((await expectAllStoredOnce(stack, history)).acknowledged).toBe(before + 350);
	},
);
