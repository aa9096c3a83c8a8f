import { randomUUID } from 'node:crypto';
import { type RecordOf, RegistryRecord, type RegistryType, registryKey } from '@vigie/schemas/registry';
import type { Consumer, Kafka } from 'kafkajs';
import type { Logger } from 'pino';
import { topicOffsets } from './topic-offsets.js';

/** RegistryView is the registry in memory: the last state of each record, followed from the compacted topic. */
export interface RegistryView {
	/** find gives a record, or null. */
	find<Type extends RegistryType>(type: Type, id: string): RecordOf<Type> | null;
	/** all lists the records of a type. */
	all<Type extends RegistryType>(type: Type): RecordOf<Type>[];
	/** waitFor resolves when the view holds everything up to this offset of the topic: a caller sees its own write. */
	waitFor(offset: bigint): Promise<void>;
	/** failed rejects when the consumer died. */
	readonly failed: Promise<never>;
	close(): Promise<void>;
}

const isOfType = <Type extends RegistryType>(record: RegistryRecord, type: Type): record is RecordOf<Type> =>
	record.type === type;

const parseRecord = (value: Buffer): RegistryRecord | null => {
	try {
		return RegistryRecord.parse(JSON.parse(value.toString('utf8')));
	} catch {
		return null;
	}
};

/** endOf gives the offset that the next message of a topic of one partition will have. */
const endOf = async (kafka: Kafka, topic: string): Promise<bigint> => {
	const admin = kafka.admin();
	await admin.connect();
	const [end] = await topicOffsets(admin, topic).finally(() => admin.disconnect());
	return BigInt(end?.high ?? '0');
};

/**
 * openRegistryView follows the registry and resolves once everything written so far has been read. `heard` is called at each
 * answer of the broker, empty ones too: a view that follows nothing any more would believe keys that were revoked.
 */
export const openRegistryView = async (
	kafka: Kafka,
	topic: string,
	logger: Logger,
	heard: () => void = () => undefined,
): Promise<RegistryView> => {
	const records = new Map<string, RegistryRecord>();
	const waiting: { offset: bigint; resolve: () => void }[] = [];
	let position = -1n;
	const groupId = `registry-view-${randomUUID()}`;
	const consumer: Consumer = kafka.consumer({ groupId, allowAutoTopicCreation: false, maxWaitTimeInMs: 200 });
	consumer.on(consumer.events.FETCH, heard);
	const failed = new Promise<never>((_resolve, reject) => {
		consumer.on(consumer.events.CRASH, ({ payload }) => {
			if (!payload.restart) reject(payload.error);
		});
	});
	// Whoever awaits `failed` hears of it; until then it must not count as unhandled.
	failed.catch(() => undefined);

	const advance = (offset: bigint): void => {
		if (offset <= position) return;
		position = offset;
		for (let index = waiting.length - 1; index >= 0; index -= 1) {
			const entry = waiting[index];
			if (entry && entry.offset <= position) {
				entry.resolve();
				waiting.splice(index, 1);
			}
		}
	};

	await consumer.connect();
	await consumer.subscribe({ topic, fromBeginning: true });
	await consumer.run({
		autoCommit: false,
		eachBatch: async ({ batch }) => {
			for (const message of batch.messages) {
				// A consumer that joins again starts over: what was read before must not come back, even for a moment.
				if (BigInt(message.offset) <= position) continue;
				const key = message.key?.toString('utf8') ?? '';
				const record = message.value && parseRecord(message.value);
				if (record && registryKey(record) === key) records.set(key, record);
				else if (message.value)
					logger.error({ offset: message.offset }, 'a registry record is unreadable: left out');
				else records.delete(key);
			}
			advance(BigInt(batch.lastOffset()));
		},
	});

	const view: RegistryView = {
		find: (type, id) => {
			const record = records.get(registryKey({ type, id }));
			return record && isOfType(record, type) ? record : null;
		},
		all: (type) => [...records.values()].filter((record) => isOfType(record, type)),
		waitFor: (offset) =>
			offset <= position
				? Promise.resolve()
				: new Promise((resolve) => void waiting.push({ offset, resolve })),
		failed,
		close: () => consumer.disconnect(),
	};

	const last = (await endOf(kafka, topic)) - 1n;
	// A compacted log may end with records that were cleaned away: the position after the last fetch is what counts.
	if (last >= 0n) await Promise.race([view.waitFor(last), failed]);
	return view;
};
