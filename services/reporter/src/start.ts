import { apiKeyReader } from '@vigie/kit/access/api-key';
import { openAuditLog } from '@vigie/kit/access/audit-log';
import { sessionReader, timeoutsOf } from '@vigie/kit/access/session-reader';
import { readSessionSecrets } from '@vigie/kit/access/session-secrets';
import type { SubjectReader } from '@vigie/kit/access/subject-reader';
import { createKafka } from '@vigie/kit/kafka';
import { keySourceOf, openKeys } from '@vigie/kit/keys';
import type { Running } from '@vigie/kit/lifecycle';
import { createMetrics } from '@vigie/kit/metrics';
import { createReadiness } from '@vigie/kit/readiness';
import { createQueueRedis, createRedis } from '@vigie/kit/redis';
import { openRegistryView, type RegistryView } from '@vigie/kit/registry-view';
import { refuseOtherWorld } from '@vigie/kit/registry-world';
import { certificateOf } from '@vigie/kit/server-certificate';
import { createSilenceWatch, minutely } from '@vigie/kit/silence';
import { WEBHOOK_KEY } from '@vigie/kit/webhook-secret';
import { type Clock, systemClock } from '@vigie/schemas/clock';
import { dueOf } from '@vigie/schemas/reports/deadlines';
import type { Report } from '@vigie/schemas/reports/report';
import { isOpen } from '@vigie/schemas/reports/states';
import { topicsWithPrefix } from '@vigie/schemas/topics';
import type { Logger } from 'pino';
import { createApp } from './app.js';
import { type Config, delaysOf } from './config.js';
import { openDemonstrationTime, openTime } from './demonstration/pass-time.js';
import { openReportsWorker } from './jobs/reports-worker.js';
import { openReportBook } from './log/report-book.js';
import { openReportWriter } from './log/report-log.js';
import { createReporterMetrics } from './metrics.js';
import { readFonts } from './print/fonts.js';
import { reportPdf } from './print/report-pdf.js';
import { carryOut } from './sending/carry-out.js';
import { type Addressees, dueSendings } from './sending/due-sendings.js';
import { recordDelivery } from './sending/record-delivery.js';
import { openMail } from './sending/send-mail.js';
import { openWebhooks } from './sending/send-webhook.js';
import { trySending } from './sending/try-sending.js';
import { followSignals } from './signals/follow-signals.js';
import { addresseesOf } from './views/sending-states.js';
import type { Viewing } from './views/summary.js';

/** Short, for somebody waits: kafkajs alone would try for two minutes and a half. */
const edge = { requestTimeout: 5_000, retry: { retries: 2 } };

/** readersOf gives how it is read who asks: people by their session, machines by their key. */
const readersOf = (config: Config, registry: RegistryView, clock: Clock): readonly SubjectReader[] => [
	sessionReader({ registry, clock, timeouts: timeoutsOf(config), publicUrl: config.VIGIE_PUBLIC_URL }),
	apiKeyReader(registry, clock),
];

/** start opens the reporter: the log that it alone writes, the signals that it follows, the queue by which it sends, the door for answers. */
export const start = async (
	config: Config,
	logger: Logger,
	readers = readersOf,
): Promise<Running & { readonly url: string }> => {
	const clock = systemClock(config.VIGIE_CLOCK_OFFSET_MS);
	const topics = topicsWithPrefix(config.VIGIE_TOPIC_PREFIX);
	const viewing: Viewing = { clock, delays: delaysOf(config), world: config.VIGIE_WORLD };
	const metrics = createMetrics('reporter');
	const readiness = createReadiness(['reports', 'registry', 'signals', 'queue']);
	const silence = createSilenceWatch({ kind: 'consumer', measure: minutely, clock, metrics, logger });
	for (const party of ['tick', 'reports']) silence.expect(party);
	readiness.mind(silence);
	const secrets = await openKeys(config.VIGIE_KEYS, keySourceOf(config)).read(WEBHOOK_KEY);
	if (secrets === null) throw new Error('the webhook key is missing: run the deploy step first');

	const kafka = createKafka(config, 'reporter', logger);
	const registry = await openRegistryView(kafka, topics.registry, logger);
	refuseOtherWorld(registry, config.VIGIE_WORLD);
	readiness.set('registry', true);
	const book = await openReportBook(
		kafka,
		topics.reports,
		openReportWriter(kafka, topics.reports, clock),
		logger,
		() => silence.heard('reports'),
	);
	readiness.set('reports', true);

	const bodiesAnswer = config.VIGIE_WORLD === 'demo' && config.VIGIE_DEMO_BODIES === 'answer';
	const time = bodiesAnswer
		? openDemonstrationTime(book, clock, config.VIGIE_DEMO_SEED)
		: openTime(book, clock);
	const addressees = (): Addressees => ({
		recipients: config.VIGIE_SMTP_URL === '' ? [] : registry.all('recipient'),
		webhooks: registry.all('webhook'),
	});
	const due = () => dueSendings(book.all(), addressees());
	const mail =
		config.VIGIE_SMTP_URL === ''
			? null
			: openMail(config.VIGIE_SMTP_URL, config.VIGIE_MAIL_FROM, config.VIGIE_SMTP_CA);
	if (mail === null) logger.warn('no SMTP server is named (VIGIE_SMTP_URL): nothing goes out by e-mail');
	const webhooks = openWebhooks({ secrets, loopback: config.VIGIE_WEBHOOK_LOOPBACK });
	const figures = createReporterMetrics(metrics, {
		overdue: () =>
			[...book.all()].filter((report) => dueOf(report, clock.now(), viewing.delays)?.overdue).length,
		unaddressed: () =>
			[...book.all()].filter(({ state, body }) => isOpen(state) && addresseesOf(addressees(), body) === 0)
				.length,
	});
	const redis = createQueueRedis(config, logger);
	const sessions = createRedis(config, logger);
	const worker = await openReportsWorker({
		connection: redis,
		prefix: config.VIGIE_TOPIC_PREFIX,
		waitMs: config.VIGIE_SENDING_WAIT_MS,
		tick: () => time.tick(),
		due,
		carryOut: (sending, mayRepeat) =>
			carryOut(
				{
					viewing,
					publicUrl: config.VIGIE_PUBLIC_URL,
					find: {
						report: book.find,
						recipient: (id) => registry.find('recipient', id),
						webhook: (id) => registry.find('webhook', id),
					},
					mail: mail?.send ?? null,
					webhook: webhooks.send,
				},
				sending,
				mayRepeat,
			),
		record: (sending, ending) => recordDelivery(book, clock, sending, ending),
		ticked: () => silence.heard('tick'),
		counted: (channel, outcome) => figures.notifications.inc({ channel, outcome }),
		logger,
	});
	readiness.set('queue', true);
	const onChange = (): void =>
		void worker.enqueueDue().catch((err: unknown) => logger.warn({ err }, 'sendings wait for the next tick'));
	const signals = await followSignals({
		kafka,
		topic: topics.signalsPublished,
		groupId: `${config.VIGIE_TOPIC_PREFIX}reporter-signals`,
		book,
		timeOf: (signal) => time.timeOf(signal),
		onChange,
		onReady: (ready) => readiness.set('signals', ready),
		logger,
	});
	const fonts = readFonts();
	const print = (report: Report) => reportPdf(report, viewing, config.VIGIE_PUBLIC_URL, fonts);
	const audit = openAuditLog(
		createKafka(config, 'reporter-audit', logger, edge),
		topics.audit,
		clock,
		logger,
	);
	const app = createApp({
		logger,
		certificate: certificateOf(config),
		metrics,
		readiness,
		readers: readers(config, registry, clock),
		redis: sessions,
		secrets: await readSessionSecrets(config.VIGIE_KEYS),
		timeouts: timeoutsOf(config),
		book,
		viewing,
		print,
		onChange,
		registry,
		audit,
		addressees,
		due,
		progress: worker.progress,
		test: trySending({ viewing, mail: mail?.send ?? null, webhook: webhooks.send }),
	});
	const url = await app.listen({ host: config.VIGIE_HOST, port: config.VIGIE_REPORTER_PORT });

	return {
		url,
		failed: Promise.race([book.failed, registry.failed, signals.failed]),
		closings: [
			{ name: 'readiness', close: () => readiness.stop() },
			{ name: 'http', close: () => app.close() },
			{ name: 'audit log', close: () => audit.close() },
			{ name: 'signals', close: () => signals.close() },
			{ name: 'worker', close: () => worker.close() },
			{ name: 'reports', close: () => book.close() },
			{ name: 'registry', close: () => registry.close() },
			{ name: 'silence', close: () => silence.close() },
			{ name: 'redis', close: () => void redis.disconnect() },
			{ name: 'sessions', close: () => sessions.disconnect() },
			{ name: 'mail', close: () => mail?.close() },
			{ name: 'webhooks', close: () => webhooks.close() },
		],
	};
};
