import { Kafka, type KafkaConfig, logLevel, type Producer } from 'kafkajs';
import type { Logger } from 'pino';
import { keyPartitioner } from './key-partitioner.js';
import { encodeProduceOurselves } from './produce-request.js';

encodeProduceOurselves();

const levelOf = (level: logLevel): 'warn' | 'debug' => (level === logLevel.ERROR ? 'warn' : 'debug');

/**
 * As patient as kafkajs is by itself, some nine seconds, but it never waits longer than one before it asks again: kafkajs' own pauses
 * grow to five and more, and a broker that is back would be left alone that long.
 */
const soonAgain = { initialRetryTime: 200, maxRetryTime: 1_000, retries: 10 } as const;

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
		retry: { ...soonAgain, ...options.retry },
	});

/** quickReturn is what a consumer of a lasting group is made with: whoever comes after one that was killed waits for it as long as its session. */
export const quickReturn = {
	/** The shortest that brokers take unless told otherwise. */
	sessionTimeout: 6_000,
	/** A consumer hears at its next heartbeat that another one has come or gone. */
	heartbeatInterval: 1_000,
	/** Half a minute: one that gives up comes back as a new member, and the group waits for the old one until its session is over. */
	retry: { retries: 30 },
} as const;

/** createProducer makes an idempotent producer, one request in flight, acknowledged by all in-sync replicas. */
export const createProducer = (kafka: Kafka): Producer =>
	kafka.producer({
		idempotent: true,
		maxInFlightRequests: 1,
		createPartitioner: keyPartitioner,
		allowAutoTopicCreation: false,
	});
