import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { Kafka, type KafkaConfig, logLevel, type Producer, type SASLOptions } from 'kafkajs';
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

/** KafkaAccess is where the brokers are and how they are spoken to, as configurations hold it. */
export interface KafkaAccess {
	readonly KAFKA_BROKERS: string;
	readonly KAFKA_SECURITY?: 'clear' | 'tls' | `tls+${'plain' | 'scram-sha-256' | 'scram-sha-512'}`;
	readonly KAFKA_USER?: string;
	readonly KAFKA_PASSWORD?: string;
	readonly VIGIE_CA?: string;
}

const saslOf = ({
	KAFKA_SECURITY,
	KAFKA_USER: username = '',
	KAFKA_PASSWORD: password = '',
}: KafkaAccess): SASLOptions | null => {
	switch (KAFKA_SECURITY) {
		case 'tls+plain':
			return { mechanism: 'plain', username, password };
		case 'tls+scram-sha-256':
			return { mechanism: 'scram-sha-256', username, password };
		case 'tls+scram-sha-512':
			return { mechanism: 'scram-sha-512', username, password };
		default:
			return null;
	}
};

const securityOf = (access: KafkaAccess): Pick<KafkaConfig, 'ssl' | 'sasl'> => {
	const { KAFKA_SECURITY = 'clear', VIGIE_CA } = access;
	if (KAFKA_SECURITY === 'clear') return {};
	const sasl = saslOf(access);
	return { ssl: VIGIE_CA ? { ca: VIGIE_CA } : true, ...(sasl && { sasl }) };
};

/** connectToBroker opens a connection to one broker (`host:port`), as secured as the client's, for what kafkajs has no call for. */
export const connectToBroker = (
	{ KAFKA_SECURITY = 'clear', VIGIE_CA }: KafkaAccess,
	broker: string,
): Socket => {
	const colon = broker.lastIndexOf(':');
	const address = { host: broker.slice(0, colon), port: Number(broker.slice(colon + 1)) };
	return KAFKA_SECURITY === 'clear'
		? connect(address)
		: connectTls({ ...address, ...(VIGIE_CA && { ca: VIGIE_CA }) });
};

/** createKafka makes a client. kafkajs speaks at every hiccup of a starting broker: its lines go out one level lower. */
export const createKafka = (
	access: KafkaAccess,
	clientId: string,
	logger: Logger,
	options: Pick<KafkaConfig, 'requestTimeout' | 'retry' | 'socketFactory'> = {},
): Kafka =>
	new Kafka({
		clientId,
		brokers: access.KAFKA_BROKERS.split(','),
		...securityOf(access),
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
