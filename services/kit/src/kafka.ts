import { Kafka, type KafkaConfig, logLevel, type Producer } from 'kafkajs';
import type { Logger } from 'pino';
import { keyPartitioner } from './key-partitioner.js';
import { encodeProduceOurselves } from './produce-request.js';

encodeProduceOurselves();

const levelOf = (level: logLevel): 'warn' | 'debug' => (level === logLevel.ERROR ? 'warn' : 'debug');

/** createKafka makes a client. kafkajs speaks at every hiccup of a starting broker: its lines go out one level lower. */
export const createKafka = (
	brokers: string,
	clientId: string,
	logger: Logger,
	options: Pick<KafkaConfig, 'requestTimeout' | 'retry' | 'socketFactory'> = {},
): Kafka =>
	new Kafka({
		clientId,
		brokers: brokers.split(','),
		logLevel: logLevel.WARN,
		logCreator: () => (entry) => {
			const { message, error } = entry.log;
			logger[levelOf(entry.level)]({ component: 'kafkajs', namespace: entry.namespace, error }, message);
		},
		...options,
	});

/** createProducer makes an idempotent producer, one request in flight, acknowledged by all in-sync replicas. */
export const createProducer = (kafka: Kafka): Producer =>
	kafka.producer({
		idempotent: true,
		maxInFlightRequests: 1,
		createPartitioner: keyPartitioner,
		allowAutoTopicCreation: false,
	});
