import { connect } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { createKafka, createProducer } from '@vigie/kit/kafka';
import { createLogger } from '@vigie/kit/logger';
import type { KafkaConfig } from 'kafkajs';
import { openEventWriter } from './event-writer.js';
import { readMessages } from './kafka-records.js';
import { type FromKafkaThread, KafkaThreadData, ToKafkaThread } from './kafka-thread-messages.js';

// Started by event-log.ts: encoding for Kafka costs as much as a quarter of all else, and another core can do it.
if (!parentPort) throw new Error('this is a thread of intake, not a process');
const port = parentPort;
const { brokers, topic, lanes, logLevel, through } = KafkaThreadData.parse(workerData);
const tell = (message: FromKafkaThread): void => port.postMessage(message);

const sockets: Pick<KafkaConfig, 'socketFactory'> =
	through === undefined
		? {}
		: { socketFactory: ({ onConnect }) => connect({ host: '127.0.0.1', port: through }, onConnect) };
/** Short, for somebody waits: kafkajs alone would try for two minutes and a half. */
const edge = { requestTimeout: 3_000, retry: { retries: 3, initialRetryTime: 100, maxRetryTime: 1_000 } };
const logger = createLogger('intake', logLevel);
const kafka = createKafka(brokers, 'intake', logger, { ...edge, ...sockets });
// A producer has one request in flight: while one waits for its answer, another one encodes.
const writers = Array.from({ length: lanes }, (_none, lane) =>
	openEventWriter({
		topic,
		createProducer: () => createProducer(kafka),
		logger,
		onConnected: (connected) => {
			tell({ kind: 'connected', lane, connected });
			// What one has waited for in vain, nobody should wait for again.
			if (!connected) for (const writer of writers) writer.renew();
		},
	}),
);

const write = async (lane: number, run: number, lines: string): Promise<void> => {
	const acknowledged = (await writers[lane]?.write(readMessages(lines))) ?? false;
	tell({ kind: 'written', run, acknowledged });
};

const close = async (): Promise<void> => {
	await Promise.all(writers.map((writer) => writer.close()));
	// Ends this thread alone, whatever timers kafkajs has left.
	process.exit(0);
};

// A rejection of either is an error of the thread, which ends intake.
port.on('message', (data: unknown) => {
	const message = ToKafkaThread.parse(data);
	void (message.kind === 'write' ? write(message.lane, message.run, message.lines) : close());
});
