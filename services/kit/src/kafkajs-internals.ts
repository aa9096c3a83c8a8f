import { createRequire } from 'node:module';
import type { CompressionTypes, Message } from 'kafkajs';

/** ProduceArguments is what kafkajs makes a Produce request of. */
export interface ProduceArguments {
	readonly acks: number;
	readonly timeout: number;
	readonly compression?: CompressionTypes;
	readonly transactionalId?: string | null | undefined;
	readonly producerId: string | number | bigint;
	readonly producerEpoch: number;
	readonly topicData: readonly {
		readonly topic: string;
		readonly partitions: readonly {
			readonly partition: number;
			readonly firstSequence: number;
			readonly messages: readonly Message[];
		}[];
	}[];
}

/** Encoded is as much of kafkajs' Encoder as is asked of an encoded request. */
export interface Encoded {
	readonly buf: Buffer;
	readonly buffer: Buffer;
}

type MakeRequest = (given: ProduceArguments) => {
	readonly request: { readonly encode: () => Promise<Encoded> };
	readonly response: unknown;
};

// The inside of kafkajs 2.2.4, the last there is, has no types: what is used of it is written down here.
const require = createRequire(import.meta.url);

/** produce makes Produce requests of a version of the protocol; kafkajs looks it up here each time. */
export const produce: {
	protocol: (asked: { readonly version: number }) => MakeRequest;
} = require('kafkajs/src/protocol/requests/produce/index.js');

/** crc32C gives the CRC-32C of bytes, unsigned. */
export const crc32C: (bytes: Buffer) => number = require('kafkajs/src/protocol/recordBatch/crc32C/index.js');
