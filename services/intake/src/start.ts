import { createKafka, createProducer } from '@vigie/kit/kafka';
import { keySourceOf, openKeys } from '@vigie/kit/keys';
import type { Running } from '@vigie/kit/lifecycle';
import { createMetrics } from '@vigie/kit/metrics';
import { createReadiness } from '@vigie/kit/readiness';
import { createRedis } from '@vigie/kit/redis';
import { openRegistryView } from '@vigie/kit/registry-view';
import { refuseOtherWorld } from '@vigie/kit/registry-world';
import { certificateOf } from '@vigie/kit/server-certificate';
import { consumers, createSilenceWatch } from '@vigie/kit/silence';
import { systemClock } from '@vigie/schemas/clock';
import { taxonomyReader } from '@vigie/schemas/judge-codes';
import { topicsWithPrefix } from '@vigie/schemas/topics';
import type { Logger } from 'pino';
import { createAcceptance } from './acceptance.js';
import { createApp } from './app.js';
import { openComments } from './comments/open-comments.js';
import type { IntakeConfig } from './config.js';
import { createCredentials } from './credentials.js';
import { createDesk } from './desk.js';
import { openDeviceKeys } from './device-keys.js';
import { readDeviceTokens } from './device-token.js';
import { openDuplicateMemory } from './duplicate-memory.js';
import { openEventLog } from './event-log.js';
import { openEventWriter } from './event-writer.js';
import { createIntakeMetrics } from './metrics.js';
import { openProposals } from './proposals/open-proposals.js';
import { createRateCounter } from './rate-counter.js';
import { openSources } from './sources.js';
import { openWeekKeys } from './week-keys.js';

/** Two runs at a time: while one waits for Kafka, the other one is encoded. More only makes smaller runs. */
const LANES = 2;

/** Short, for somebody waits: kafkajs alone would try for two minutes and a half. */
const AT_THE_EDGE = {
	requestTimeout: 3_000,
	retry: { retries: 3, initialRetryTime: 100, maxRetryTime: 1_000 },
};

/**
 * start opens everything that intake stands on, listens, and says in which order to close.
 */
export const start = async (
	config: IntakeConfig,
	logger: Logger,
): Promise<Running & { readonly url: string }> => {
	const clock = systemClock(config.VIGIE_CLOCK_OFFSET_MS);
	const topics = topicsWithPrefix(config.VIGIE_TOPIC_PREFIX);
	const registry = createMetrics('intake');
	const metrics = createIntakeMetrics(registry);
	const readiness = createReadiness(['kafka', 'registry']);
	const redis = createRedis(config, logger);
	const keys = openKeys(config.VIGIE_KEYS, keySourceOf(config));

	const writing = createKafka(config, 'intake', logger, AT_THE_EDGE);
	const log = openEventLog({
		lanes: LANES,
		openWriter: (onConnected) =>
			openEventWriter({
				topic: topics.events,
				createProducer: () => createProducer(writing),
				logger,
				onConnected,
			}),
		metrics,
		onConnected: (connected) => readiness.set('kafka', connected),
	});
	// A client without the limits that writing has: the registry's consumer must wait for its broker for ever.
	const patient = createKafka(config, 'intake-registry', logger);
	const watching = { clock, metrics: registry, logger };
	const silence = createSilenceWatch({ ...watching, kind: 'consumer', measure: consumers });
	silence.expect('registry');
	const view = await openRegistryView(patient, topics.registry, logger, () => silence.heard('registry'));
	refuseOtherWorld(view, config.VIGIE_WORLD);
	readiness.set('registry', true);

	const sources = openSources(redis, config.VIGIE_TOPIC_PREFIX, view, watching);
	for (const watch of [silence, sources]) readiness.mind(watch);
	const memory = openDuplicateMemory(redis, config.VIGIE_TOPIC_PREFIX, clock, logger);
	const counter = createRateCounter(redis, config.VIGIE_TOPIC_PREFIX, clock, logger);
	const comments =
		config.VIGIE_COMMENTS === 'on'
			? await openComments({
					access: config,
					topic: topics.comments,
					keys,
					clock,
					registry,
					logger,
				})
			: null;
	const proposals = await openProposals({
		kafka: writing,
		topic: topics.proposals,
		keys,
		registry: view,
		redis,
		prefix: config.VIGIE_TOPIC_PREFIX,
		clock,
		logger,
	});
	const tokens = readDeviceTokens(openDeviceKeys(config.VIGIE_KEYS, logger));
	const app = createApp({
		logger,
		certificate: certificateOf(config),
		metrics: registry,
		readiness,
		credentials: createCredentials(view, tokens, clock),
		desk: createDesk(clock, openWeekKeys(keys), taxonomyReader(), metrics, sources),
		acceptance: createAcceptance(memory, log, metrics),
		counter,
		comments,
		proposals,
		refusals: metrics,
		limits: { device: config.VIGIE_INTAKE_DEVICE_LIMIT, key: config.VIGIE_INTAKE_KEY_LIMIT },
	});
	const url = await app.listen({ host: config.VIGIE_HOST, port: config.VIGIE_INTAKE_PORT });

	return {
		url,
		failed: view.failed,
		closings: [
			{ name: 'readiness', close: () => readiness.stop() },
			{ name: 'http', close: () => app.close() },
			{ name: 'kafka', close: () => log.close() },
			{ name: 'comments', close: () => comments?.log.close() },
			{ name: 'proposals', close: () => proposals.close() },
			{ name: 'registry', close: () => view.close() },
			{ name: 'rates', close: () => counter.close() },
			{ name: 'silence', close: () => [silence, sources].forEach((watch) => void watch.close()) },
			{ name: 'redis', close: () => redis.disconnect() },
		],
	};
};
