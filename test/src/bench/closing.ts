import { createLogger } from '@vigie/kit/logger';
import { createQueueRedis } from '@vigie/kit/redis';
import { openCloseQueue } from '@vigie/publisher/enqueue-close';
import { weekNumber } from '@vigie/schemas/calendar';
import { z } from 'zod';
import { clickhouseOf, type OwnStack } from '../own-stack.js';
import { GROUP_BY_ID } from './group-by-id.js';
import { weeksToLoad } from './loader.js';
import { type Figure, median, round } from './measure.js';

const median3 = async (measure: () => Promise<number>): Promise<number> =>
	median([await measure(), await measure(), await measure()]);

/** How many of the last weeks are measured: one of them may end a month, whose release is made with its own. */
const MEASURED = 3;

/** benchClosing compares closing a week of some 60 000 events, to its published release, with one GROUP BY id of the rows it reads; the median of some weeks. */
export const benchClosing = async (stack: OwnStack): Promise<Figure> => {
	const weeks = weeksToLoad();
	const client = await clickhouseOf(stack, 'publisher');
	const redis = createQueueRedis(
		{ REDIS_URL: z.string().parse(stack.env.REDIS_URL) },
		createLogger('bench', 'error'),
	);
	const queue = openCloseQueue({ connection: redis, prefix: '' });
	const close = async (week: string): Promise<number> => {
		const startedMs = performance.now();
		const { outcome } = await queue.close({ week, watermark: {} });
		if (outcome !== 'released') throw new Error(`${week} was not released: ${outcome}`);
		return performance.now() - startedMs;
	};
	const group = async (rows: readonly string[]): Promise<number> => {
		const startedMs = performance.now();
		const { stream } = await client.exec({
			query: GROUP_BY_ID,
			query_params: { weeks: rows.map(weekNumber) },
		});
		stream.resume();
		return performance.now() - startedMs;
	};
	for (const week of weeks.slice(0, -MEASURED)) await close(week);
	const measured: { closedMs: number; groupedMs: number }[] = [];
	for (const week of weeks.slice(-MEASURED)) {
		const groupedMs = await median3(() => group(weeks.slice(0, weeks.indexOf(week) + 1)));
		measured.push({ closedMs: await close(week), groupedMs });
	}
	await queue.end();
	redis.disconnect();
	await client.close();
	return {
		name: 'closing / one GROUP BY id',
		value: round(median(measured.map(({ closedMs, groupedMs }) => closedMs / groupedMs))),
		must: 3,
		aim: 2,
		atLeast: false,
		detail: measured
			.map(({ closedMs, groupedMs }) => `${Math.round(closedMs)} ms against ${Math.round(groupedMs)} ms`)
			.join(', '),
	};
};
