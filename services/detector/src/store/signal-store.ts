import type { ClickHouseClient } from '@clickhouse/client';
import { createQuerier } from '@vigie/kit/clickhouse';
import { Slot } from '@vigie/schemas/admitted-event';
import { slotOf } from '@vigie/schemas/calendar';
import { PrivateSignal } from '@vigie/schemas/signal';
import { z } from 'zod';

/** Detected is a version of a signal beside what its model read. */
export interface Detected {
	readonly series: string;
	readonly signal: PrivateSignal;
	/** JSON; its SHA-256 is the signal's `inputsHash`. */
	readonly inputs: string;
}

/** RunKind tells memories apart, for each kind of run may say something in the name of the same quarter of an hour. */
export type RunKind = 'outage' | 'weekly' | 'verdict';

/** SignalStore is `private.detected_signals`, the detector's memory. */
export interface SignalStore {
	/** before gives, by series, the last version that a run earlier than this slot made. */
	before(run: RunKind, slot: string): Promise<ReadonlyMap<string, PrivateSignal>>;
	/** outagesClosed gives, by series, the slot that last closed an outage in the two days before this one. */
	outagesClosed(slot: string): Promise<ReadonlyMap<string, string>>;
	/** of gives what a run of this slot saved already: it may have died before it was recorded. */
	of(run: RunKind, slot: string): Promise<readonly Detected[]>;
	/** versions gives every version of a signal, in order. */
	versions(id: string): Promise<readonly Detected[]>;
	/** lastOf gives every version of the last signal of a series, in order. */
	lastOf(series: string): Promise<readonly Detected[]>;
	/** latestSeries names the series that had the last signals, twenty at most. */
	latestSeries(): Promise<readonly string[]>;
	save(detected: readonly Detected[]): Promise<void>;
}

const Row = z
	.object({ series: z.string(), signal: z.string(), inputs: z.string() })
	.transform(
		({ signal, ...rest }): Detected => ({ ...rest, signal: PrivateSignal.parse(JSON.parse(signal)) }),
	);

const secondsOf = (slot: string): number => Date.parse(slot) / 1_000;
const AtSlot = z.object({ run: z.enum(['outage', 'weekly', 'verdict']), slot: Slot.transform(secondsOf) });

/** openSignalStore opens the memory of signals. */
export const openSignalStore = (client: ClickHouseClient): SignalStore => {
	const query = createQuerier(client);
	const readBefore = query({
		sql: `
			SELECT series, signal, inputs
			FROM private.detected_signals FINAL
			WHERE asOf < {slot: DateTime('UTC')} AND multiIf(startsWith(series, 'outage/'), 'outage', startsWith(series, 'verdict/'), 'verdict', 'weekly') = {run: String}
			ORDER BY asOf DESC, version DESC
			LIMIT 1 BY series`,
		params: AtSlot,
		row: Row,
	});
	const readClosed = query({
		sql: `
			SELECT series, toUnixTimestamp(max(asOf)) AS at
			FROM private.detected_signals FINAL
			WHERE startsWith(series, 'outage/')
				AND asOf < {slot: DateTime('UTC')}
				AND asOf >= {slot: DateTime('UTC')} - INTERVAL 2 DAY
				AND JSONExtractString(signal, 'transition') = 'closed'
			GROUP BY series`,
		params: AtSlot.pick({ slot: true }),
		row: z.object({ series: z.string(), at: z.int() }),
	});
	const readOf = query({
		sql: `
			SELECT series, signal, inputs
			FROM private.detected_signals FINAL
			WHERE asOf = {slot: DateTime('UTC')} AND multiIf(startsWith(series, 'outage/'), 'outage', startsWith(series, 'verdict/'), 'verdict', 'weekly') = {run: String}
			ORDER BY series, version`,
		params: AtSlot,
		row: Row,
	});
	const readVersions = query({
		sql: `
			SELECT series, signal, inputs
			FROM private.detected_signals FINAL
			WHERE id = {id: UUID}
			ORDER BY version`,
		params: z.object({ id: z.uuid() }),
		row: Row,
	});
	const readLastId = query({
		sql: `
			SELECT toString(id) AS id
			FROM private.detected_signals
			WHERE series = {series: String}
			ORDER BY asOf DESC, version DESC
			LIMIT 1`,
		params: z.object({ series: z.string() }),
		row: z.object({ id: z.uuid() }),
	});
	const readLatest = query({
		sql: `
			SELECT series
			FROM private.detected_signals
			GROUP BY series
			ORDER BY max(asOf) DESC, series
			LIMIT 20`,
		params: z.object({}),
		row: z.object({ series: z.string() }),
	});
	return {
		before: async (run, slot) =>
			new Map((await readBefore({ run, slot })).map(({ series, signal }) => [series, signal])),
		outagesClosed: async (slot) =>
			new Map((await readClosed({ slot })).map(({ series, at }) => [series, slotOf(new Date(at * 1_000))])),
		of: (run, slot) => readOf({ run, slot }),
		versions: (id) => readVersions({ id }),
		lastOf: async (series) => {
			const [last] = await readLastId({ series });
			return last ? readVersions(last) : [];
		},
		latestSeries: async () => (await readLatest({})).map(({ series }) => series),
		save: async (detected) => {
			if (detected.length === 0) return;
			await client.insert({
				table: 'private.detected_signals',
				values: detected.map(({ series, signal, inputs }) => ({
					series,
					id: signal.id,
					version: signal.version,
					asOf: secondsOf(signal.asOf),
					signal: JSON.stringify(signal),
					inputs,
				})),
				format: 'JSONEachRow',
			});
		},
	};
};
