import { setTimeout as wait } from 'node:timers/promises';
import { createKafka } from '@vigie/kit/kafka';
import { createLogger } from '@vigie/kit/logger';
import { topicNames } from '@vigie/schemas/topics';
import { z } from 'zod';
import { checkHistory, type Verdict } from '../history/check-history.js';
import type { History } from '../history/history.js';
import { eventsToCount, readCounted } from '../history/read-counted.js';
import { readStored } from '../history/read-stored.js';
import { readPositions } from '../verify/positions.js';
import type { FragileStack } from './fragile-stack.js';

const EVERY_MS = 200;

/** untilDrained waits until the loader has committed all that is in the log; it fails, saying how much waits, after `withinMs`. */
export const untilDrained = async (stack: FragileStack, withinMs: number): Promise<void> => {
	const brokers = z.string().parse(stack.env.KAFKA_BROKERS);
	const admin = createKafka(
		{ KAFKA_BROKERS: brokers },
		'vigie-chaos',
		createLogger('chaos', 'silent'),
	).admin();
	await admin.connect();
	const deadlineMs = performance.now() + withinMs;
	try {
		for (;;) {
			const positions = await readPositions(admin, topicNames.events, 'loader-events').catch(() => null);
			const waiting = positions?.reduce((sum, { high, committed }) => sum + Number(high - committed), 0);
			if (waiting === 0) return;
			if (performance.now() > deadlineMs)
				throw new Error(`${waiting} messages still wait after ${withinMs / 1000} s`);
			await wait(EVERY_MS);
		}
	} finally {
		await admin.disconnect();
	}
};

/** Settled is the verdict on a history once all is stored, and what a closing would count, against what it should. */
export interface Settled extends Verdict {
	readonly counted: number;
	readonly toCount: number;
}

/** settle waits until the log is drained, and holds the history against the store. */
export const settle = async (stack: FragileStack, history: History, withinMs = 120_000): Promise<Settled> => {
	await untilDrained(stack, withinMs);
	const publisher = stack.clientOf('publisher');
	const stored = await readStored(publisher);
	return {
		...checkHistory(history, stored),
		counted: await readCounted(publisher),
		toCount: eventsToCount(stored),
	};
};
