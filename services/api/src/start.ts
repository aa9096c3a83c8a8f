import { connect } from 'node:net';
import { openAuditLog } from '@vigie/kit/access/audit-log';
import { timeoutsOf } from '@vigie/kit/access/session-reader';
import { readSessionSecrets } from '@vigie/kit/access/session-secrets';
import { ATTESTATION_KEY } from '@vigie/kit/attestation-key';
import { createClickHouse, createQuerier } from '@vigie/kit/clickhouse';
import { createKafka } from '@vigie/kit/kafka';
import { keySourceOf, openKeys } from '@vigie/kit/keys';
import type { Running } from '@vigie/kit/lifecycle';
import { createMetrics } from '@vigie/kit/metrics';
import { createReadiness } from '@vigie/kit/readiness';
import { createQueueRedis, createRedis } from '@vigie/kit/redis';
import { openRegistryView } from '@vigie/kit/registry-view';
import { refuseOtherWorld } from '@vigie/kit/registry-world';
import { readCommentKeys } from '@vigie/kit/sealed-comment';
import { certificateOf } from '@vigie/kit/server-certificate';
import { consumers, createSilenceWatch } from '@vigie/kit/silence';
import { systemClock } from '@vigie/schemas/clock';
import { topicsWithPrefix } from '@vigie/schemas/topics';
import type { KafkaConfig } from 'kafkajs';
import type { Logger } from 'pino';
import { startClosingUnused } from './accounts/close-unused.js';
import { createApp } from './app.js';
import { signalReader } from './attestations/read-signals.js';
import { commentReader } from './comments/read-comments.js';
import type { Config } from './config.js';
import { createDeviceSigner } from './devices/device-signer.js';
import { identityOf } from './identity/config.js';
import { openIdentityProvider } from './identity/provider.js';
import { openQueues } from './jobs/open-queues.js';
import { startForgettingDecisions } from './proposals/forget-decisions.js';
import { proposalReader } from './proposals/read-proposals.js';
import { auditReader } from './published/audit-entries.js';
import { createBodyCache } from './published/body-cache.js';
import { fileBytesReader } from './published/file-bytes.js';
import { liveReader } from './published/live-levels.js';
import { openManifests } from './published/manifests.js';
import { openReleaseFiles } from './published/release-files.js';
import { releaseTableReader } from './published/release-table.js';
import { seriesReader } from './published/series-table.js';
import { weeklySignalReader } from './published/weekly-signals.js';
import { openRegistryWriter } from './registry/writer.js';

/** Short, for somebody waits: kafkajs alone would try for two minutes and a half. */
const edge = { requestTimeout: 5_000, retry: { retries: 2 } };

/** Networks are what a test puts between the api and the brokers: local ports that stand for the way there. */
export interface Networks {
	/** The way of what is written. */
	readonly writing?: number;
	/** The way of what is followed. */
	readonly following?: number;
}

const through = (port: number | undefined): Pick<KafkaConfig, 'socketFactory'> =>
	port === undefined
		? {}
		: { socketFactory: ({ onConnect }) => connect({ host: '127.0.0.1', port }, onConnect) };

/** start opens everything that the api stands on, listens, and says in which order to close. */
export const start = async (
	config: Config,
	logger: Logger,
	networks: Networks = {},
): Promise<Running & { readonly url: string }> => {
	const clock = systemClock(config.VIGIE_CLOCK_OFFSET_MS);
	const topics = topicsWithPrefix(config.VIGIE_TOPIC_PREFIX);
	const metrics = createMetrics('api');
	const readiness = createReadiness(['registry']);
	const client = createClickHouse(config, 'vigie-api');
	const query = createQuerier(client);
	const patient = createKafka(config, 'api-registry', logger, through(networks.following));
	const silence = createSilenceWatch({ kind: 'consumer', measure: consumers, clock, metrics, logger });
	silence.expect('registry');
	readiness.mind(silence);
	const heard = (): void => silence.heard('registry');
	const registry = await openRegistryView(patient, topics.registry, logger, heard);
	refuseOtherWorld(registry, config.VIGIE_WORLD);
	readiness.set('registry', true);

	const kafka = createKafka(config, 'api', logger, { ...edge, ...through(networks.writing) });
	const writer = openRegistryWriter(kafka, topics.registry, registry, logger);
	const audit = openAuditLog(kafka, topics.audit, clock, logger);
	const redis = createRedis(config, logger);
	const jobsRedis = createQueueRedis(config, logger);
	const jobs = openQueues(jobsRedis, config.VIGIE_TOPIC_PREFIX, logger);
	const provider = identityOf(config);
	const unused = startClosingUnused({ registry, writer, clock, audit }, logger);
	const forgetting = startForgettingDecisions({ registry, writer, clock }, logger);
	const secretKeys = openKeys(config.VIGIE_KEYS, keySourceOf(config));
	const attestationKey = await secretKeys.read(ATTESTATION_KEY);
	if (attestationKey === null)
		throw new Error('the key of attestations is missing: run the deploy step first');
	const commentKeys = await readCommentKeys(secretKeys);
	if (commentKeys === null) throw new Error('the key of comments is missing: run the deploy step first');
	const app = createApp({
		logger,
		certificate: certificateOf(config),
		metrics,
		readiness,
		clock,
		world: config.VIGIE_WORLD,
		registry,
		writer,
		manifests: openManifests(query, logger),
		readLive: liveReader(query, logger),
		readPublishedSignals: signalReader(query, logger),
		readSignals: weeklySignalReader(query, clock, logger),
		files: openReleaseFiles(query, fileBytesReader(client), releaseTableReader(query, logger), logger),
		readSeries: seriesReader(query, logger),
		cache: createBodyCache(),
		audit,
		readAudit: auditReader(query, logger),
		commentsTaken: config.VIGIE_COMMENTS,
		comments: commentReader({ kafka, topic: topics.comments, keys: commentKeys, clock, logger }),
		proposals: proposalReader({ query, registry, keys: commentKeys, clock, logger }),
		queues: jobs.queues,
		redis,
		secrets: await readSessionSecrets(config.VIGIE_KEYS),
		timeouts: timeoutsOf(config),
		identity: provider && openIdentityProvider(provider, logger),
		sign: createDeviceSigner(config.VIGIE_KEYS),
		keys: config.VIGIE_KEYS,
		secretKeys,
		attestationKey,
		publicUrl: config.VIGIE_PUBLIC_URL,
		enrolmentsPerMinute: config.VIGIE_API_ENROLMENT_LIMIT,
	});
	const url = await app.listen({ host: config.VIGIE_HOST, port: config.VIGIE_API_PORT });

	return {
		url,
		failed: registry.failed,
		closings: [
			{ name: 'readiness', close: () => readiness.stop() },
			{ name: 'http', close: () => app.close() },
			{ name: 'unused accounts', close: () => unused.close() },
			{ name: 'old decisions', close: () => forgetting.close() },
			{ name: 'audit log', close: () => audit.close() },
			{ name: 'registry writer', close: () => writer.close() },
			{ name: 'registry', close: () => registry.close() },
			{ name: 'silence', close: () => silence.close() },
			{ name: 'jobs', close: () => jobs.close() },
			{ name: 'jobs redis', close: () => jobsRedis.disconnect() },
			{ name: 'redis', close: () => redis.disconnect() },
			{ name: 'clickhouse', close: () => client.close() },
		],
	};
};
