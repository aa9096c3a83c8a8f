import type { ClickHouseClient } from '@clickhouse/client';
import { readConfig } from '@vigie/detector/config';
import {
	DETECTION_QUEUE,
	JUDGE_WEEKS,
	queuePrefix,
	WATCH_OUTAGES,
} from '@vigie/detector/jobs/detection-queue';
import { start } from '@vigie/detector/start';
import { closeInOrder } from '@vigie/kit/lifecycle';
import { PrivateSignal } from '@vigie/schemas/signal';
import { topicsWithPrefix } from '@vigie/schemas/topics';
import { cleanUp } from '@vigie/test/cleanup';
import { useClickHouse, useRedis, useTopics } from '@vigie/test/engines';
import { Queue, QueueEvents } from 'bullmq';
import { Redis } from 'ioredis';
import { Kafka, logLevel } from 'kafkajs';
import { pino } from 'pino';

export interface RunningDetector {
	readonly url: string;
	readonly env: NodeJS.ProcessEnv;
	/** The migrator's hand, which may write everywhere. */
	readonly hand: ClickHouseClient;
	/** All that was heard on signals.private, in order. */
	readonly heard: PrivateSignal[];
	/** watch asks for the run of a quarter of an hour and gives its outcome. */
	watch(slot: string): Promise<unknown>;
	/** judgeWeeks asks for a turn of the weekly run and gives its outcome. */
	judgeWeeks(): Promise<unknown>;
}

/** useRunningDetector starts the service itself on real engines, its clock at an instant. */
export const useRunningDetector = async (now: string): Promise<RunningDetector> => {
	const [{ brokers, prefix }, redis, clickhouse] = await Promise.all([
		useTopics(),
		useRedis(),
		useClickHouse(),
	]);
	const hand = clickhouse.clientOf('migrator');
	await hand.insert({ table: 'state.world', values: [{ world: 'demo', since: now }], format: 'JSONEachRow' });
	const env = {
		...clickhouse.configOf('detector'),
		KAFKA_BROKERS: brokers,
		REDIS_URL: redis.address,
		VIGIE_TOPIC_PREFIX: prefix,
		VIGIE_DETECTOR_PORT: '0',
		VIGIE_CLOCK_OFFSET_MS: String(Date.parse(now) - Date.now()),
	};
	const logger = pino({ level: 'silent' });
	const running = await start(readConfig(env), logger);
	cleanUp(() => closeInOrder(running.closings, logger));

	const heard: PrivateSignal[] = [];
	const topics = topicsWithPrefix(prefix);
	const kafka = new Kafka({ brokers: brokers.split(','), logLevel: logLevel.NOTHING });
	const consumer = kafka.consumer({ groupId: `${topics.signalsPrivate}-reader`, maxWaitTimeInMs: 250 });
	await consumer.connect();
	cleanUp(() => consumer.disconnect());
	await consumer.subscribe({ topic: topics.signalsPrivate, fromBeginning: true });
	await consumer.run({
		eachMessage: async ({ message }) => {
			heard.push(PrivateSignal.parse(JSON.parse(String(message.value))));
		},
	});

	const connection = new Redis(redis.address, { maxRetriesPerRequest: null });
	const bull = { connection, prefix: queuePrefix(prefix) };
	const [queue, events] = [new Queue(DETECTION_QUEUE, bull), new QueueEvents(DETECTION_QUEUE, bull)];
	cleanUp(async () => {
		await events.close();
		await queue.close();
		connection.disconnect();
	});
	const ask = async (name: string, data: object): Promise<unknown> => {
		await events.waitUntilReady();
		const job = await queue.add(name, data);
		return job.waitUntilFinished(events);
	};
	return {
		url: running.url,
		env,
		hand,
		heard,
		watch: (slot) => ask(WATCH_OUTAGES, { slot }),
		judgeWeeks: () => ask(JUDGE_WEEKS, {}),
	};
};
