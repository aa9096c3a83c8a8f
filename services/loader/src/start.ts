import { openAuditLog } from '@vigie/kit/access/audit-log';
import { sessionReader, timeoutsOf } from '@vigie/kit/access/session-reader';
import { readSessionSecrets } from '@vigie/kit/access/session-secrets';
import type { SubjectReader } from '@vigie/kit/access/subject-reader';
import { createClickHouse, waitForClickHouse } from '@vigie/kit/clickhouse';
import { createKafka } from '@vigie/kit/kafka';
import { keySourceOf, openKeys } from '@vigie/kit/keys';
import type { Running } from '@vigie/kit/lifecycle';
import { createMetrics } from '@vigie/kit/metrics';
import { createReadiness } from '@vigie/kit/readiness';
import { createRedis } from '@vigie/kit/redis';
import { openRegistryView, type RegistryView } from '@vigie/kit/registry-view';
import { certificateOf } from '@vigie/kit/server-certificate';
import { consumers, createSilenceWatch } from '@vigie/kit/silence';
import { type Clock, systemClock } from '@vigie/schemas/clock';
import type { EventTable, VersionedEvent } from '@vigie/schemas/event-reader';
import { eventSchemas } from '@vigie/schemas/events';
import { topicsWithPrefix } from '@vigie/schemas/topics';
import type { Batch } from 'kafkajs';
import type { Logger } from 'pino';
import { createApp } from './app.js';
import type { Config } from './config.js';
import { runConsumer } from './consumer.js';
import { runConsumers } from './consumers.js';
import { createDeadLetters } from './dead-letters.js';
import { createEventInserter } from './insert-events.js';
import { createLedger } from './ledger.js';
import { readClosedWeeks } from './letters/closed-weeks.js';
import { openLetterBox } from './letters/letter-box.js';
import { createReplay } from './letters/replay.js';
import { createLoaderMetrics } from './metrics.js';
import { createAuditProjector } from './project-audit.js';
import { createProposalProjector } from './project-proposals.js';
import { createRegistryProjector } from './project-registry.js';
import { createReportProjector } from './project-reports.js';
import { createMessageReader } from './read-message.js';
import { createEventStorer } from './store-events.js';
import { openSureWriter } from './sure-writer.js';
import { watchLag } from './watch-lag.js';
import { refuseOtherWorld } from './world.js';

/** As many as a local stack has partitions: while the rows of one are inserted, those of another are read and prepared. */
const CONSUMERS = 3;

const readRecordKey = async (config: Config): Promise<Buffer> => {
	const key = await openKeys(config.VIGIE_KEYS, keySourceOf(config)).read('record');
	if (key === null) throw new Error('the record key is missing: run the deploy step first');
	return key;
};

/** Short, for somebody waits: kafkajs alone would try for two minutes and a half. */
const edge = { requestTimeout: 5_000, retry: { retries: 2 } };

/** readersOf gives how it is read who asks about dead letters: administrators, by their session. */
const readersOf = (config: Config, registry: RegistryView, clock: Clock): readonly SubjectReader[] => [
	sessionReader({ registry, clock, timeouts: timeoutsOf(config), publicUrl: config.VIGIE_PUBLIC_URL }),
];

const labelsOf = ({ topic, partition }: Batch) => ({ topic, partition: String(partition) });

/** start opens the consumers of the loader, and says in which order to close; `table` holds the versions of events that it reads. */
export const start = async (
	config: Config,
	logger: Logger,
	table: EventTable<VersionedEvent> = eventSchemas,
	readers = readersOf,
): Promise<Running & { readonly url: string }> => {
	const clock = systemClock(config.VIGIE_CLOCK_OFFSET_MS);
	const topics = topicsWithPrefix(config.VIGIE_TOPIC_PREFIX);
	const groupOf = (name: string): string => `${config.VIGIE_TOPIC_PREFIX}${name}`;
	const registry = createMetrics('loader');
	const metrics = createLoaderMetrics(registry, Date.now);
	const readiness = createReadiness(['clickhouse', 'registry', 'reports', 'audit', 'proposals']);
	const recordKey = await readRecordKey(config);
	const read = createMessageReader(table);
	const kafka = createKafka(config, 'loader', logger);
	const client = createClickHouse(config, 'vigie-loader');
	const people = await openRegistryView(kafka, topics.registry, logger);
	const administered = createKafka(config, 'loader-administered', logger, edge);
	const settling = openSureWriter(administered);
	const box = openLetterBox({ kafka: administered, topics, writer: settling, clock });
	const audit = openAuditLog(administered, topics.audit, clock, logger);
	const redis = createRedis(config, logger);
	const app = createApp({
		logger,
		certificate: certificateOf(config),
		metrics: registry,
		readiness,
		readers: readers(config, people, clock),
		redis,
		secrets: await readSessionSecrets(config.VIGIE_KEYS),
		timeouts: timeoutsOf(config),
		box,
		read,
		replay: createReplay({
			box,
			writer: settling,
			topic: topics.events,
			closedWeeks: readClosedWeeks(client),
			clock,
			read,
		}),
		audit,
	});
	const url = await app.listen({ host: config.VIGIE_HOST, port: config.VIGIE_LOADER_PORT });

	await waitForClickHouse(client, logger);
	readiness.set('clickhouse', true);
	await refuseOtherWorld(client, config.VIGIE_WORLD);
	const ledger = createLedger(client, logger);
	const log = { kafka, access: config };
	const letterWriter = openSureWriter(kafka);
	const insert = createEventInserter({
		client,
		logger,
		metrics,
		onEngine: (answers) => readiness.set('clickhouse', answers),
	});
	const handle = createEventStorer({
		insert,
		deadLetters: createDeadLetters(letterWriter, topics.deadLetters, clock),
		ledger,
		metrics,
		clock,
		logger,
		read,
		onDeadLetters: (writes) => readiness.set('dead letters', writes),
		recordKey,
		reached: await ledger.readReached(topics.events),
	});
	const events = await runConsumers(CONSUMERS, (index) => ({
		...log,
		topic: topics.events,
		groupId: groupOf('loader-events'),
		handle,
		onCommit: (batch) => {
			metrics.committed(batch.topic, batch.partition, Date.now());
			metrics.lag.set(labelsOf(batch), Number(batch.highWatermark) - Number(batch.lastOffset()) - 1);
		},
		onReady: (ready) => readiness.set(`events ${index}`, ready),
	}));
	const projection = await runConsumer({
		...log,
		topic: topics.registry,
		groupId: groupOf('loader-registry'),
		handle: createRegistryProjector(client, logger),
		onCommit: ({ topic, partition }) => metrics.committed(topic, partition, Date.now()),
		onReady: (ready) => readiness.set('registry', ready),
	});
	const reports = await runConsumer({
		...log,
		topic: topics.reports,
		groupId: groupOf('loader-reports'),
		handle: createReportProjector(client, logger),
		onCommit: ({ topic, partition }) => metrics.committed(topic, partition, Date.now()),
		onReady: (ready) => readiness.set('reports', ready),
	});
	const auditing = await runConsumer({
		...log,
		topic: topics.audit,
		groupId: groupOf('loader-audit'),
		handle: createAuditProjector(client, logger),
		onCommit: ({ topic, partition }) => metrics.committed(topic, partition, Date.now()),
		onReady: (ready) => readiness.set('audit', ready),
	});
	const proposals = await runConsumer({
		...log,
		topic: topics.proposals,
		groupId: groupOf('loader-proposals'),
		handle: createProposalProjector(client, logger),
		onCommit: ({ topic, partition }) => metrics.committed(topic, partition, Date.now()),
		onReady: (ready) => readiness.set('proposals', ready),
	});
	const followed = [
		{ topic: topics.events, groupId: groupOf('loader-events') },
		{ topic: topics.registry, groupId: groupOf('loader-registry') },
		{ topic: topics.reports, groupId: groupOf('loader-reports') },
		{ topic: topics.audit, groupId: groupOf('loader-audit') },
		{ topic: topics.proposals, groupId: groupOf('loader-proposals') },
	];
	const silence = createSilenceWatch({
		kind: 'consumer',
		measure: consumers,
		clock,
		metrics: registry,
		logger,
	});
	readiness.mind(silence);
	const lag = await watchLag(kafka, followed, metrics, silence, logger);

	return {
		url,
		failed: Promise.race([
			events.failed,
			projection.failed,
			reports.failed,
			auditing.failed,
			proposals.failed,
			people.failed,
		]),
		closings: [
			{ name: 'readiness', close: () => readiness.stop() },
			{ name: 'events', close: () => events.close() },
			{ name: 'registry', close: () => projection.close() },
			{ name: 'reports', close: () => reports.close() },
			{ name: 'audit', close: () => auditing.close() },
			{ name: 'proposals', close: () => proposals.close() },
			{ name: 'dead letters', close: () => letterWriter.close() },
			{ name: 'silence', close: () => silence.close() },
			{ name: 'lag', close: () => lag.close() },
			{ name: 'http', close: () => app.close() },
			{ name: 'settling', close: () => settling.close() },
			{ name: 'audit log', close: () => audit.close() },
			{ name: 'people', close: () => people.close() },
			{ name: 'redis', close: () => redis.disconnect() },
			{ name: 'clickhouse', close: () => client.close() },
		],
	};
};
