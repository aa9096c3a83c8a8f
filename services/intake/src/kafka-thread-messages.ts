import { z } from 'zod';

/** KafkaThreadData is what the thread that writes to Kafka starts with. */
export const KafkaThreadData = z.object({
	brokers: z.string(),
	topic: z.string(),
	/** How many producers, each with a run of its own under way. */
	lanes: z.int().positive(),
	logLevel: z.string(),
	/** A local port that every connection goes through instead, whatever address a broker gives itself. */
	through: z.int().optional(),
});
export type KafkaThreadData = z.infer<typeof KafkaThreadData>;

/** ToKafkaThread asks it to write a run (lines as writeLines writes them), or to end. */
export const ToKafkaThread = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('write'), lane: z.int(), run: z.int(), lines: z.string() }),
	z.object({ kind: z.literal('close') }),
]);
export type ToKafkaThread = z.infer<typeof ToKafkaThread>;

/** FromKafkaThread tells of its connection, and of each run whether Kafka acknowledged all of it. */
export const FromKafkaThread = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('connected'), lane: z.int(), connected: z.boolean() }),
	z.object({ kind: z.literal('written'), run: z.int(), acknowledged: z.boolean() }),
]);
export type FromKafkaThread = z.infer<typeof FromKafkaThread>;
