import { createLogger } from '@vigie/kit/logger';
import { createQueueRedis } from '@vigie/kit/redis';
import { openCloseQueue } from '@vigie/publisher/enqueue-close';
import { weekNumber } from '@vigie/schemas/calendar';
import { z } from 'zod';
import { clickhouseOf, type OwnStack } from '../own-stack.js';
import { weekToLoad } from './loader.js';
import { type Figure, median, round } from './measure.js';

const ROUNDS = 3;

/** The week's events, each once, with the content of its highest revision: what any count of them has to begin with. */
const GROUP_BY_ID = `
SELECT
	id,
	min(receivedSlot),
	argMax(retracted, revision),
	argMax(kind, revision),
	argMax(territory, revision),
	argMax(roleFamily, revision),
	argMax(platform, revision),
	argMax(failureKind, revision),
	argMax(step, revision),
	argMax(benefit, revision),
	argMax(consequence, revision),
	argMax(structureToken, revision),
	argMax(recordKey, revision)
FROM private.events
WHERE receivedWeek = {week: UInt32}
GROUP BY id
FORMAT Null`;

/** benchClosing compares closing a week of some 600 000 events, to its published release, with one GROUP BY id of its rows. */
export const benchClosing = async (stack: OwnStack): Promise<Figure> => {
	const week = weekToLoad();
	const client = await clickhouseOf(stack, 'publisher');
	const baselines: number[] = [];
	for (let turn = 0; turn < ROUNDS; turn += 1) {
		const startedMs = performance.now();
		const { stream } = await client.exec({ query: GROUP_BY_ID, query_params: { week: weekNumber(week) } });
		stream.resume();
		baselines.push(performance.now() - startedMs);
	}
	const redis = createQueueRedis(z.string().parse(stack.env.REDIS_URL), createLogger('bench', 'error'));
	const queue = openCloseQueue({ connection: redis, prefix: '' });
	const startedMs = performance.now();
	const result = await queue.close({ week, watermark: {} });
	const closedMs = performance.now() - startedMs;
	await queue.end();
	redis.disconnect();
	await client.close();
	if (result.outcome !== 'released') throw new Error(`the week was not released: ${result.outcome}`);
	return {
		name: 'closing / one GROUP BY id',
		value: round(closedMs / median(baselines)),
		must: 3,
		aim: 2,
		atLeast: false,
		detail: `${Math.round(closedMs)} ms against ${Math.round(median(baselines))} ms`,
	};
};
