import type { KafkaMessage } from 'kafkajs';
import { z } from 'zod';

/** LogMessage is what accounting needs of a message on `events.v1`: where it is, and which revision it carries. */
export interface LogMessage {
	readonly partition: number;
	readonly offset: bigint;
	/** Hour of its reception, as `2026-11-10T13:00:00Z`. */
	readonly hour: string;
	/** `id/revision`; null when it carries none, and can only be a dead letter. */
	readonly key: string | null;
}

const Carried = z.object({ event: z.object({ id: z.uuid(), revision: z.int() }) });

const keyOf = (value: Buffer | null): string | null => {
	try {
		const { event } = Carried.parse(JSON.parse(value?.toString('utf8') ?? ''));
		return `${event.id}/${event.revision}`;
	} catch {
		return null;
	}
};

/** readLogMessage reads one. */
export const readLogMessage = (
	partition: number,
	{ offset, timestamp, value }: Pick<KafkaMessage, 'offset' | 'timestamp' | 'value'>,
): LogMessage => ({
	partition,
	offset: BigInt(offset),
	hour: `${new Date(Number(timestamp)).toISOString().slice(0, 13)}:00:00Z`,
	key: keyOf(value),
});
