import { createKafka } from '@vigie/kit/kafka';
import { createLogger } from '@vigie/kit/logger';
import { declareMany } from '@vigie/test/chaos/declarations';
import { sendUntilTold } from '@vigie/test/chaos/send';
import { cleanUp } from '@vigie/test/cleanup';
import { createHistory } from '@vigie/test/history/history';
import { expect, test, vi } from 'vitest';
import { expectAllStoredOnce, useFragileStack } from './use-fragile-stack.js';

const stack = await useFragileStack();
const history = createHistory();
const admin = createKafka(
	{ KAFKA_BROKERS: stack.env.KAFKA_BROKERS ?? '' },
	'vigie-test',
	createLogger('test', 'silent'),
).admin();
await admin.connect();
cleanUp(() => admin.disconnect());

const membersOf = async (): Promise<number> =>
	(await admin.describeGroups(['loader-events'])).groups[0]?.members.length ?? 0;

// SIGSTOP: its connections stay open, it says nothing, and the group goes on without it. Its batch is inserted, its answer unread.
test('G1: a loader that is paused past the group timeout in mid-batch, while another takes over, loses and doubles nothing', {
	timeout: 180_000,
}, async () => {
	const link = stack.links['loader to ClickHouse'];
	await vi.waitUntil(async () => (await membersOf()) === 3, { timeout: 60_000, interval: 100 });
	const inserted = link.swallowAnswerTo('private.events');
	await sendUntilTold(stack, declareMany(200), history);
	await inserted;

	stack.freeze('loader');
	const killTwin = await stack.startTwin('loader');
	cleanUp(killTwin);
	await sendUntilTold(stack, declareMany(200), history);
	await vi.waitUntil(async () => (await membersOf()) === 3, { timeout: 60_000, interval: 100 });
	await expectAllStoredOnce(stack, history);
	// It wakes up in the middle of a batch that is no longer its own, and its connection to the engine answers nothing.
	stack.thaw('loader');
	link.cut();
	link.restore();
	await sendUntilTold(stack, declareMany(200), history);

	await vi.waitUntil(async () => (await membersOf()) === 6, { timeout: 60_000, interval: 100 });
	expect((await expectAllStoredOnce(stack, history)).acknowledged).toBe(600);
});

test('G1: a rebalance in mid-batch, and another when the newcomer is killed, lose and double nothing', {
	timeout: 180_000,
}, async () => {
	const before = history.acknowledged;
	const slow = stack.links['loader to ClickHouse'];
	slow.delay(300);
	const sending = Promise.all(
		Array.from({ length: 10 }, () => sendUntilTold(stack, declareMany(100), history)),
	);
	const killTwin = await stack.startTwin('loader');
	await sending;
	await sendUntilTold(stack, declareMany(100), history);
	await killTwin();
	slow.delay(0);

	expect((await expectAllStoredOnce(stack, history)).acknowledged).toBe(before + 1_100);
});
