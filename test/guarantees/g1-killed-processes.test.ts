import { declareMany } from '@vigie/test/chaos/declarations';
import { sendUntilTold } from '@vigie/test/chaos/send';
import { createHistory } from '@vigie/test/history/history';
import { expect, test } from 'vitest';
import { expectAllStoredOnce, useFragileStack } from './use-fragile-stack.js';

const stack = await useFragileStack();
const history = createHistory();
const BATCHES = 12;
// The loader always has a batch in hand: one that committed before it had stored would lose it.
stack.links['loader to ClickHouse'].delay(150);

// Batches follow each other without a pause; the process is killed when a third has been acknowledged, and started again at once.
test.each(['gateway', 'intake', 'Kafka', 'loader', 'ClickHouse', 'Redis'])(
	'G1: what was answered 202 is stored once though %s is killed, and senders who insist all get their 202',
	{ timeout: 180_000 },
	async (name) => {
		const before = history.acknowledged;
		const killAndStart = async (): Promise<void> => {
			await stack.kill(name);
			await stack.start(name);
		};

		let killed: Promise<void> | null = null;
		for (let number = 0; number < BATCHES; number += 1) {
			if (number === BATCHES / 3) killed = killAndStart();
			expect(await sendUntilTold(stack, declareMany(100), history)).toBe('acknowledged');
		}
		await killed;

		expect((await expectAllStoredOnce(stack, history)).acknowledged).toBe(before + BATCHES * 100);
	},
);
