import { createClickHouse, createQuerier, waitForClickHouse } from '@vigie/kit/clickhouse';
import { createKafka } from '@vigie/kit/kafka';
import { type KeyDirectory, keySourceOf, openKeys } from '@vigie/kit/keys';
import type { Running } from '@vigie/kit/lifecycle';
import { createMetrics } from '@vigie/kit/metrics';
import { createReadiness } from '@vigie/kit/readiness';
import { createQueueRedis } from '@vigie/kit/redis';
import { certificateOf } from '@vigie/kit/server-certificate';
import { createSilenceWatch, minutely } from '@vigie/kit/silence';
import { systemClock } from '@vigie/schemas/clock';
import { topicsWithPrefix } from '@vigie/schemas/topics';
import type { Logger } from 'pino';
import { createApp } from './app.js';
import { EVENTS_AT_ONCE } from './closing/id-buckets.js';
import { saveVocabulary } from './closing/stage-events.js';
import type { Config } from './config.js';
import { mechanism } from './disclosure/mechanism.js';
import { createPublisherMetrics } from './jobs/metrics.js';
import { openReleaseWorker } from './jobs/release-worker.js';
import { seeToKeys } from './keys/see-to-keys.js';
import { checkBase } from './release/base.js';
import { createDisclosure } from './release/disclose.js';
import { dailyRetention } from './retention/retain.js';
import { displayedReader } from './signals/displayed.js';
import { openDoor } from './signals/door.js';
import { runDoor } from './signals/run-door.js';
import { openSignalStates } from './signals/signal-states.js';
import { worldSince } from './world.js';

/** A signal of a week may come a moment before the week's release: the kafka client gives a message up after 30 seconds. */
const RELEASE_PATIENCE_MS = 15_000;

const readCellKey = async (keys: KeyDirectory): Promise<Buffer> => {
	const key = await keys.read('cell');
	if (key === null) throw new Error('the cell key is missing: run the deploy step first');
	return key;
};

/** start opens the publisher: the coming weeks' keys first, since intake waits for them, then the queue of closings. */
export const start = async (config: Config, logger: Logger): Promise<Running & { readonly url: string }> => {
	const clock = systemClock(config.VIGIE_CLOCK_OFFSET_MS);
	const registry = createMetrics('publisher');
	const metrics = createPublisherMetrics(registry);
	const readiness = createReadiness(['keys', 'clickhouse', 'kafka', 'queue', 'signals']);
	const app = createApp({ logger, metrics: registry, readiness, certificate: certificateOf(config) });
	const url = await app.listen({ host: config.VIGIE_HOST, port: config.VIGIE_PUBLISHER_PORT });
	const keys = openKeys(config.VIGIE_KEYS, keySourceOf(config));
	const keeper = await seeToKeys(keys, clock, metrics, logger);
	const cellKey = await readCellKey(keys);
	readiness.set('keys', true);

	const client = createClickHouse(config, 'vigie-publisher');
	await waitForClickHouse(client, logger);
	const since = await worldSince(client, config.VIGIE_WORLD);
	await checkBase(client, config.VIGIE_BASE, cellKey);
	// The scratch of closings is left alone: another publisher may be closing a week this very moment.
	await saveVocabulary(client);
	readiness.set('clickhouse', true);
	const kafka = createKafka(config, 'publisher', logger);
	const topics = topicsWithPrefix(config.VIGIE_TOPIC_PREFIX);
	const admin = kafka.admin();
	await admin.connect();
	readiness.set('kafka', true);

	const silence = createSilenceWatch({
		kind: 'consumer',
		measure: minutely,
		clock,
		metrics: registry,
		logger,
	});
	silence.expect('tick');
	readiness.mind(silence);
	const disclosure = createDisclosure({ ...mechanism, base: config.VIGIE_BASE }, cellKey);
	const stopping = new AbortController();
	const redis = createQueueRedis(config, logger);
	const worker = await openReleaseWorker({
		connection: redis,
		prefix: config.VIGIE_TOPIC_PREFIX,
		logger,
		metrics,
		runner: {
			closing: {
				client,
				keys,
				world: config.VIGIE_WORLD,
				profile: config.VIGIE_PROFILE,
				disclosure,
				eventsAtOnce: EVENTS_AT_ONCE,
			},
			position: {
				admin,
				topic: topics.events,
				groupId: `${config.VIGIE_TOPIC_PREFIX}loader-events`,
			},
			clock,
			metrics,
			logger,
			signal: stopping.signal,
		},
		rebuilder: {
			client,
			world: config.VIGIE_WORLD,
			profile: config.VIGIE_PROFILE,
			base: config.VIGIE_BASE,
			cellKey,
			clock,
		},
		ticker: { client, keys, clock, since, metrics },
		retain: dailyRetention(client, clock),
		ticked: () => silence.heard('tick'),
	});
	readiness.set('queue', true);
	const door = await runDoor({
		kafka,
		groupId: `${config.VIGIE_TOPIC_PREFIX}publisher-signals`,
		from: topics.signalsPrivate,
		to: topics.signalsPublished,
		pass: openDoor({
			secret: cellKey,
			world: config.VIGIE_WORLD,
			states: openSignalStates(client),
			readDisplayed: displayedReader(createQuerier(client)),
			patienceMs: RELEASE_PATIENCE_MS,
			signal: stopping.signal,
		}),
		metrics,
		logger,
	});
	readiness.set('signals', true);

	return {
		url,
		failed: door.failed,
		closings: [
			{ name: 'readiness', close: () => readiness.stop() },
			{ name: 'waiting', close: () => stopping.abort() },
			{ name: 'signals', close: () => door.close() },
			{ name: 'worker', close: () => worker.close() },
			{ name: 'silence', close: () => silence.close() },
			{ name: 'keys', close: () => keeper.close() },
			{ name: 'redis', close: () => void redis.disconnect() },
			{ name: 'kafka', close: () => admin.disconnect() },
			{ name: 'clickhouse', close: () => client.close() },
			{ name: 'http', close: () => app.close() },
		],
	};
};
