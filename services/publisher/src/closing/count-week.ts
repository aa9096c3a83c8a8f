import type { ClickHouseClient } from '@clickhouse/client';
import { z } from 'zod';
import { countedNodes } from '../vocabulary/cube.js';
import { countCells, mergeCounts } from './count-cells.js';
import { bucketsOfWeek } from './id-buckets.js';
import { countSlots, mergeSlots } from './series-slot.js';
import { clearStage, readStage, type Stage, stageEvents } from './stage-events.js';
import { together } from './together.js';

/** LostTokens: an open week's events without structures would all seem to come from one, and hide what should be shown. */
export class LostTokens extends Error {
	override name = 'LostTokens';
}

/** clearScratch empties all that closings lay aside: before each, for what a failed one left; after it, for the tokens in it. */
export const clearScratch = async (client: ClickHouseClient): Promise<void> => {
	await Promise.all([
		clearStage(client),
		client.command({ query: 'TRUNCATE TABLE private.closing_tokens' }),
		client.command({ query: 'TRUNCATE TABLE private.closing_counts' }),
		client.command({ query: 'TRUNCATE TABLE private.closing_counts_merged' }),
		client.command({ query: 'TRUNCATE TABLE private.closing_slots' }),
		client.command({ query: 'TRUNCATE TABLE private.closing_slots_merged' }),
	]);
};

const Held = z.tuple([z.object({ counts: z.string(), slots: z.string(), counted: z.string() })]);

const readHeld = async (client: ClickHouseClient): Promise<{ rows: number; counted: number }> => {
	const result = await client.query({
		query: `
			SELECT
				(SELECT count() FROM private.closing_counts) AS counts,
				(SELECT count() FROM private.closing_slots) AS slots,
				(SELECT sum(n) FROM private.closing_counts) AS counted
		`,
		format: 'JSONEachRow',
	});
	const [{ counts, slots, counted }] = Held.parse(await result.json());
	return { rows: Number(counts) + Number(slots), counted: Number(counted) };
};

/** readCounted adds up the scratch of counts, over all nodes: what countWeek gave, unless somebody else touched it. */
export const readCounted = async (client: ClickHouseClient): Promise<number> =>
	(await readHeld(client)).counted;

const nodesOf = (family: Stage['family']): number =>
	countedNodes.filter((node) => node.family === family).length;

/** What the scratch may grow by, in rows of some 70 bytes, before it is added up. */
const GROWTH = 4_000_000;

/**
 * countWeek counts a week's events into the scratch, a bucket of ids at a time, so that a closing holds what devices did in cells and never
 * a week's events. Gives the sum of the counts over all nodes. Errors: LostTokens; the engine's 395 for a code unknown here.
 */
export const countWeek = async (
	client: ClickHouseClient,
	week: string,
	eventsAtOnce: number,
): Promise<number> => {
	const buckets = await bucketsOfWeek(client, week, eventsAtOnce);
	let [counted, rows] = [0, 0];
	for (const [index, bucket] of buckets.entries()) {
		if (index > 0) await clearStage(client);
		await stageEvents(client, week, bucket);
		const staged = await readStage(client);
		if (staged.some(({ lost }) => lost > 0))
			throw new LostTokens(`events of ${week} have lost their structure: ${week} cannot be closed`);
		await together([countCells(client), countSlots(client)]);
		counted += staged.reduce((sum, { family, events }) => sum + events * nodesOf(family), 0);
		if (buckets.length === 1) break;
		const isLast = index === buckets.length - 1;
		if (!isLast && (await readHeld(client)).rows < 2 * rows + GROWTH) continue;
		await together([mergeCounts(client), mergeSlots(client)]);
		rows = (await readHeld(client)).rows;
	}
	return counted;
};
