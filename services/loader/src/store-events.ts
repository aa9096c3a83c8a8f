import { hourOf } from '@vigie/schemas/calendar';
import type { Clock } from '@vigie/schemas/clock';
import type { Batch } from 'kafkajs';
import type { Logger } from 'pino';
import type { BatchHandler } from './consumer.js';
import type { DeadLetter, DeadLetters } from './dead-letters.js';
import { errorName } from './engine-errors.js';
import type { EventInserter } from './insert-events.js';
import type { Ledger } from './ledger.js';
import type { LoaderMetrics } from './metrics.js';
import { type BatchControl, patiently } from './patience.js';
import { type Prepared, prepareBatch } from './prepare-batch.js';
import type { MessageReader } from './read-message.js';

export interface StoreDependencies {
	readonly insert: EventInserter;
	readonly deadLetters: DeadLetters;
	readonly ledger: Ledger;
	readonly metrics: LoaderMetrics;
	readonly clock: Clock;
	readonly logger: Logger;
	/** Reads the versions that this loader knows. */
	readonly read: MessageReader;
	/** Called with false when the dead letters cannot be written, with true when they can again. */
	readonly onDeadLetters: (writes: boolean) => void;
	/** K_rec, 32 bytes. */
	readonly recordKey: Buffer;
	/** The last offset already stored of each partition, as far as the ledger knew at the start. */
	readonly reached: Map<number, bigint>;
}

/**
 * createEventStorer makes the handler of `events.v1`: every message of a batch ends in `private.events` or in the dead
 * letters, the ledger says which, and only then may the batch be committed. Doing a batch again changes nothing but the dead
 * letters, which may be there twice.
 */
export const createEventStorer = (dependencies: StoreDependencies): BatchHandler => {
	const { insert, deadLetters, ledger, metrics, clock, reached, logger, read, onDeadLetters } = dependencies;

	const bury = async (batch: Batch, prepared: Prepared['dead'], control: BatchControl): Promise<void> => {
		if (prepared.length === 0) return;
		const letters: DeadLetter[] = prepared.map(({ message, reason }) => ({
			topic: batch.topic,
			partition: batch.partition,
			message,
			reason,
		}));
		// Nothing is committed meanwhile: a letter that is written nowhere would be an event lost.
		await patiently(() => deadLetters.send(letters), control, {
			isFinal: () => false,
			onRetry: (error) => {
				onDeadLetters(false);
				logger.warn(
					{ error: errorName(error), partition: batch.partition },
					'the dead letters cannot be written',
				);
			},
		});
		onDeadLetters(true);
		for (const { reason } of prepared) metrics.deadLetters.inc({ reason });
	};

	const noteReached = (batch: Batch): void => {
		const last = BigInt(batch.lastOffset());
		const known = reached.get(batch.partition) ?? -1n;
		const again = batch.messages.filter(({ offset }) => BigInt(offset) <= known).length;
		if (again > 0) metrics.reprocessed.inc(again);
		if (last > known) reached.set(batch.partition, last);
	};

	return async (batch, control) => {
		const { topic, partition } = batch;
		const prepared = prepareBatch(batch, read, dependencies.recordKey);
		const refused = new Set<string>();
		for (const lines of prepared.inserts) {
			for (const offset of await insert({ topic, partition }, lines, control)) refused.add(offset);
		}
		const dead = [
			...prepared.dead,
			...batch.messages
				.filter(({ offset }) => refused.has(offset))
				.map((message) => ({ message, reason: 'refused_by_store' as const })),
		];
		await bury(batch, dead, control);
		if (prepared.oldestSlot !== null)
			metrics.eventAge.observe(Math.max(0, (clock.now().getTime() - Date.parse(prepared.oldestSlot)) / 1000));
		noteReached(batch);
		const range = {
			topic,
			partition,
			firstOffset: batch.firstOffset() ?? batch.lastOffset(),
			lastOffset: batch.lastOffset(),
			rows: batch.messages.length - dead.length,
			dead: dead.length,
			hour: hourOf(clock.now()),
		};
		await ledger.write(range, control);
	};
};
