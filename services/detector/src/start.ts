import { createClickHouse, createQuerier, waitForClickHouse } from '@vigie/kit/clickhouse';
import { createKafka, createProducer } from '@vigie/kit/kafka';
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
import type { Config } from './config.js';
import { openDetectionWorker } from './jobs/detection-worker.js';
import { createDetectorMetrics } from './jobs/metrics.js';
import { openOutageWatch } from './live/run-outage.js';
import { claimReader } from './repairs/claim.js';
import { evidenceReader } from './repairs/evidence.js';
import { openRepairRun } from './repairs/run-repairs.js';
import { openJudgementStore } from './store/judgement-store.js';
import { openRuns } from './store/runs.js';
import { openSignalLog } from './store/signal-log.js';
import { openSignalStore } from './store/signal-store.js';
import { checkWorld } from './store/world.js';
import { weekReader } from './weekly/read-weeks.js';
import { openWeeklyRun } from './weekly/run-weekly.js';

/** start opens the detector: the store it learns from and remembers in, the topic it speaks on, the queue of its runs. */
export const start = async (config: Config, logger: Logger): Promise<Running & { readonly url: string }> => {
	const clock = systemClock(config.VIGIE_CLOCK_OFFSET_MS);
	const registry = createMetrics('detector');
	const metrics = createDetectorMetrics(registry);
	const readiness = createReadiness(['clickhouse', 'kafka', 'queue']);
	const app = createApp({ logger, metrics: registry, readiness, certificate: certificateOf(config) });
	const url = await app.listen({ host: config.VIGIE_HOST, port: config.VIGIE_DETECTOR_PORT });

	const client = createClickHouse(config, 'vigie-detector');
	await waitForClickHouse(client, logger);
	const query = createQuerier(client);
	await checkWorld(query, config.VIGIE_WORLD);
	readiness.set('clickhouse', true);
	const producer = createProducer(createKafka(config, 'detector', logger));
	await producer.connect();
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
	const redis = createQueueRedis(config, logger);
	const signals = openSignalStore(client);
	const runs = openRuns(client);
	const log = openSignalLog(producer, topicsWithPrefix(config.VIGIE_TOPIC_PREFIX).signalsPrivate);
	const worker = await openDetectionWorker({
		connection: redis,
		prefix: config.VIGIE_TOPIC_PREFIX,
		clock,
		watchOutages: openOutageWatch({ query, store: signals, runs, log, metrics }),
		judgeWeeks: openWeeklyRun({
			weeks: weekReader(query),
			judgements: openJudgementStore(client),
			signals,
			runs,
			log,
			metrics,
			clock,
		}),
		judgeRepairs: openRepairRun({
			claims: claimReader(query),
			evidence: evidenceReader(query),
			signals,
			runs,
			log,
			metrics,
			clock,
		}),
		ticked: () => silence.heard('tick'),
		metrics,
		logger,
	});
	readiness.set('queue', true);

	return {
		url,
		closings: [
			{ name: 'readiness', close: () => readiness.stop() },
			{ name: 'worker', close: () => worker.close() },
			{ name: 'silence', close: () => silence.close() },
			{ name: 'redis', close: () => void redis.disconnect() },
			{ name: 'kafka', close: () => producer.disconnect() },
			{ name: 'clickhouse', close: () => client.close() },
			{ name: 'http', close: () => app.close() },
		],
	};
};
