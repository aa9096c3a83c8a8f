import type { ClickHouseClient } from '@clickhouse/client';
import { createQuerier } from '@vigie/kit/clickhouse';
import { type PrivateSignal, PublishedSignal } from '@vigie/schemas/signal';
import { z } from 'zod';

/** SignalState is what the door remembers of a signal. */
export interface SignalState {
	/** Of the detector: the last version judged. */
	readonly version: number;
	/** Whether judging that version published something. */
	readonly emitted: boolean;
	/** The last published state; null when nothing ever left. */
	readonly published: PublishedSignal | null;
}

/** SignalStates is the door's memory, and the table of what left. */
export interface SignalStates {
	find(id: string): Promise<SignalState | null>;
	/** save remembers a judgement: before it is said, so that a message read again says the same. */
	save(signal: PrivateSignal, state: SignalState): Promise<void>;
	/** publish writes a row that everyone may read; writing it again changes nothing. */
	publish(signal: PublishedSignal): Promise<void>;
}

/** What a verdict says of its repair is in no row: the report tells it. */
const rowOf = ({
	contract,
	coordinates,
	sentence,
	model,
	onset,
	asOf,
	repair,
	...rest
}: PublishedSignal) => ({
	...rest,
	...coordinates,
	onset: Date.parse(onset) / 1000,
	asOf: Date.parse(asOf) / 1000,
	sentenceKey: sentence.key,
	sentenceParameters: sentence.parameters,
	modelName: model.name,
	modelVersion: model.version,
});

/** openSignalStates opens `private.signal_states` and `published.signals`. */
export const openSignalStates = (client: ClickHouseClient): SignalStates => {
	const read = createQuerier(client)({
		sql: 'SELECT version, emitted, published FROM private.signal_states FINAL WHERE id = {id: UUID}',
		params: z.object({ id: z.uuid() }),
		row: z.object({ version: z.int(), emitted: z.boolean(), published: z.string() }),
	});
	const insert = async (table: string, values: readonly object[]): Promise<void> => {
		await client.insert({ table, values, format: 'JSONEachRow' });
	};
	return {
		find: async (id) => {
			const [row] = await read({ id });
			if (!row) return null;
			const published =
				row.published === '' ? null : PublishedSignal.parse(JSON.parse(row.published) as unknown);
			return { version: row.version, emitted: row.emitted, published };
		},
		save: (signal, { version, emitted, published }) =>
			insert('private.signal_states', [
				{ id: signal.id, version, emitted, published: published === null ? '' : JSON.stringify(published) },
			]),
		publish: (signal) => insert('published.signals', [rowOf(signal)]),
	};
};
