import { declareMany } from '@vigie/test/chaos/declarations';
import { sendUntilTold } from '@vigie/test/chaos/send';
import { createHistory } from '@vigie/test/history/history';
import { expect, test } from 'vitest';
import { expectAllStoredOnce, useFragileStack } from './use-fragile-stack.js';

const stack = await useFragileStack();
const history = createHistory();

// The engine has done what the loader asked; the answer is kept back, and the loader is killed where it waits for it.
test.each([
	{ point: 'the events are inserted, the ledger does not say so', table: 'private.events' },
	{ point: 'the ledger says so, nothing is committed', table: 'private.ledger' },
])(
	'G1: a loader killed when $point loses nothing and counts nothing twice',
	{ timeout: 120_000 },
	async ({ table }) => {
		const before = history.acknowledged;
		const paused = stack.links['loader to ClickHouse'].swallowAnswerTo(table);

		expect(await sendUntilTold(stack, declareMany(300), history)).toBe('acknowledged');
		await paused;
		await stack.kill('loader');
		// Behind the batch that is read again: it will have other bounds.
		await sendUntilTold(stack, declareMany(50), history);
		await stack.start('loader');

		expect((await expectAllStoredOnce(stack, history)).acknowledged).toBe(before + 350);
	},
);
