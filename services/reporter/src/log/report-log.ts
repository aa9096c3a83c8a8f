import { randomUUID } from 'node:crypto';
import { keyPartitioner } from '@vigie/kit/key-partitioner';
import type { Clock } from '@vigie/schemas/clock';
import { type ReportEvent, WRITER_KEY, type WriterBegan } from '@vigie/schemas/reports/report-event';
import type { Kafka, Message, Producer } from 'kafkajs';

/** ReportWriter writes to `reports.v1`; of several, the last one that began is the only one that can. */
export interface ReportWriter {
	/** begin takes the log over from any other writer, and gives the offset below which all that was written stands. */
	begin(): Promise<bigint>;
	/** write adds events, all or none, and gives the offset of the last one. It rejects when another writer has begun, or Kafka is away: then nobody knows. */
	write(events: readonly ReportEvent[]): Promise<bigint>;
	close(): Promise<void>;
}

const TRANSACTION_MS = 30_000;

const messageOf = (event: ReportEvent): Message => ({ key: event.report, value: JSON.stringify(event) });

/**
 * openReportWriter makes the writer. Its name is that of the topic and not of the process: the broker shuts out an older producer of the same name
 * (its epoch is over), so that two reporters, one of them long gone or slow, cannot both write.
 */
export const openReportWriter = (kafka: Kafka, topic: string, clock: Clock): ReportWriter => {
	let producer: Producer | null = null;
	const discard = async (): Promise<void> => {
		const old = producer;
		producer = null;
		await old?.disconnect().catch(() => undefined);
	};
	const send = async (messages: Message[]): Promise<bigint> => {
		if (!producer) throw new Error('the writer has not begun');
		const transaction = await producer.transaction();
		try {
			const [written] = await transaction.send({ topic, messages });
			await transaction.commit();
			return BigInt(written?.baseOffset ?? '0') + BigInt(messages.length - 1);
		} catch (error) {
			await transaction.abort().catch(() => undefined);
			throw error;
		}
	};
	return {
		begin: async () => {
			await discard();
			producer = kafka.producer({
				transactionalId: `${topic}-writer`,
				idempotent: true,
				maxInFlightRequests: 1,
				transactionTimeout: TRANSACTION_MS,
				createPartitioner: keyPartitioner,
				allowAutoTopicCreation: false,
			});
			// From here on the broker refuses whoever wrote before.
			await producer.connect();
			const began: WriterBegan = { writer: randomUUID(), at: clock.now().toISOString() };
			return send([{ key: WRITER_KEY, value: JSON.stringify(began) }]);
		},
		write: (events) => send(events.map(messageOf)),
		close: discard,
	};
};
