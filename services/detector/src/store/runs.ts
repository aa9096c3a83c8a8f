import type { ClickHouseClient } from '@clickhouse/client';
import { createQuerier } from '@vigie/kit/clickhouse';
import { Slot } from '@vigie/schemas/admitted-event';
import { z } from 'zod';

/** Run is a finished run: what it judged last, how many series it follows, how long it took. */
export interface Run {
	readonly kind: 'outage';
	readonly slot: string;
	readonly series: number;
	readonly durationMs: number;
}

/** Runs is `state.detector_runs`. */
export interface Runs {
	isDone(kind: Run['kind'], slot: string): Promise<boolean>;
	record(run: Run): Promise<void>;
}

const secondsOf = (slot: string): number => Date.parse(slot) / 1_000;

/** openRuns opens the memory of finished runs. */
export const openRuns = (client: ClickHouseClient): Runs => {
	const read = createQuerier(client)({
		sql: `
			SELECT count() AS done
			FROM state.detector_runs
			WHERE kind = {kind: String} AND slot = {slot: DateTime('UTC')}`,
		params: z.object({ kind: z.literal('outage'), slot: Slot.transform(secondsOf) }),
		row: z.object({ done: z.string().transform(Number) }),
	});
	return {
		isDone: async (kind, slot) => ((await read({ kind, slot }))[0]?.done ?? 0) > 0,
		record: async (run) => {
			await client.insert({
				table: 'state.detector_runs',
				values: [{ ...run, slot: secondsOf(run.slot) }],
				format: 'JSONEachRow',
			});
		},
	};
};
