import type { ClickHouseClient } from '@clickhouse/client';
import { createQuerier } from '@vigie/kit/clickhouse';
import { Slot } from '@vigie/schemas/admitted-event';
import { slotOf } from '@vigie/schemas/calendar';
import { z } from 'zod';

const Kind = z.enum(['outage', 'weekly', 'verdict']);

/** Run is a finished run: what it judged last, how many series it follows, how long it took. */
export interface Run {
	readonly kind: z.infer<typeof Kind>;
	readonly slot: string;
	readonly series: number;
	readonly durationMs: number;
}

/** Runs is `state.detector_runs`. */
export interface Runs {
	isDone(kind: Run['kind'], slot: string): Promise<boolean>;
	/** slots gives every slot of a kind that is done. */
	slots(kind: Run['kind']): Promise<ReadonlySet<string>>;
	record(run: Run): Promise<void>;
}

const secondsOf = (slot: string): number => Date.parse(slot) / 1_000;

/** openRuns opens the memory of finished runs. */
export const openRuns = (client: ClickHouseClient): Runs => {
	const query = createQuerier(client);
	const readSlots = query({
		sql: 'SELECT DISTINCT toUnixTimestamp(slot) AS at FROM state.detector_runs WHERE kind = {kind: String}',
		params: z.object({ kind: Kind }),
		row: z.object({ at: z.int() }),
	});
	const read = query({
		sql: `
			SELECT count() AS done
			FROM state.detector_runs
			WHERE kind = {kind: String} AND slot = {slot: DateTime('UTC')}`,
		params: z.object({ kind: Kind, slot: Slot.transform(secondsOf) }),
		row: z.object({ done: z.string().transform(Number) }),
	});
	return {
		isDone: async (kind, slot) => ((await read({ kind, slot }))[0]?.done ?? 0) > 0,
		slots: async (kind) => new Set((await readSlots({ kind })).map(({ at }) => slotOf(new Date(at * 1_000)))),
		record: async (run) => {
			await client.insert({
				table: 'state.detector_runs',
				values: [{ ...run, slot: secondsOf(run.slot) }],
				format: 'JSONEachRow',
			});
		},
	};
};
