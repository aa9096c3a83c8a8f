import { declareMany } from '@vigie/test/chaos/declarations';
import { linkNames } from '@vigie/test/chaos/links';
import { sendOnce, sendUntilTold } from '@vigie/test/chaos/send';
import { createHistory } from '@vigie/test/history/history';
import type { TcpProxy } from '@vigie/test/tcp-proxy';
import { expect, test, vi } from 'vitest';
import { expectAllStoredOnce, useFragileStack } from './use-fragile-stack.js';

const stack = await useFragileStack();
const history = createHistory();

const breaks: Readonly<Record<string, (link: TcpProxy) => void>> = {
	cut: (link) => link.cut(),
	'half-closed': (link) => link.halfClose(),
	'slowed down to a second each way': (link) => link.delay(1_000),
};

const mend = (link: TcpProxy): void => {
	link.delay(0);
	link.restore();
};

test.each(linkNames.flatMap((link) => Object.keys(breaks).map((what) => ({ link, what }))))(
	'G1: what was answered 202 is stored once though the way from $link is $what in the middle',
	{ timeout: 120_000 },
	async ({ link, what }) => {
		const proxy = stack.links[link];
		const before = history.acknowledged;
		const batches = Array.from({ length: 6 }, () => declareMany(50));

		const sending = batches.map((batch) => sendUntilTold(stack, batch, history));
		breaks[what]?.(proxy);
		// One more that meets the fault from its start, told whatever it is told.
		const told = await sendOnce(stack, declareMany(50), history);
		mend(proxy);
		await Promise.all(sending);
		await sendUntilTold(stack, declareMany(1), history);

		expect(told).not.toBe('refused');
		await vi.waitUntil(() => history.acknowledged >= before + 301, { timeout: 30_000 });
		await expectAllStoredOnce(stack, history);
	},
);

// The answer is lost on its way, at each of the two hops: the sender cannot know, sends again, and must not count twice.
test.each(['sender to gateway', 'gateway to intake'] as const)(
	'G1: a batch whose 202 is lost between %s is counted once when it is sent again',
	{ timeout: 120_000 },
	async (link) => {
		const batch = declareMany(60);
		const swallowed = stack.links[link].swallowAnswerTo('/v1/events/batch');
		const first = sendOnce(stack, batch, history);
		await swallowed;
		stack.links[link].cut();
		expect(await first).toBe('unknown');
		stack.links[link].restore();
		// Intake's memory is best effort: without it a second copy is written, and the store must merge it.
		await stack.forgetDuplicates();

		expect(await sendUntilTold(stack, batch, history)).toBe('acknowledged');

		await expectAllStoredOnce(stack, history);
	},
);
