import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { IntakeConfig } from '@vigie/intake/config';
import { start as startIntake } from '@vigie/intake/start';
import { createKafka, createProducer } from '@vigie/kit/kafka';
import { closeInOrder, type Running } from '@vigie/kit/lifecycle';
import { createLogger } from '@vigie/kit/logger';
import { readConfig as readLoaderConfig } from '@vigie/loader/config';
import { start as startLoader } from '@vigie/loader/start';
import { readConfig as readReporterConfig } from '@vigie/reporter/config';
import { start as startReporter } from '@vigie/reporter/start';
import { addWeeks, weekOf } from '@vigie/schemas/calendar';
import type { PublishedSignal } from '@vigie/schemas/signal';
import { cleanUp } from '@vigie/test/cleanup';
import { useClickHouse } from '@vigie/test/engines';
import { usePeople } from '../../services/api/test/accounts/use-people.js';
import type { Api } from '../../services/api/test/fixture.js';

const logger = createLogger('services', 'silent');

/** signalOn is a signal that opens a report on a platform. */
const signalOn = (platform: string, id: string): PublishedSignal => ({
	contract: '1-0-0',
	id,
	version: 1,
	world: 'demo',
	transition: 'opened',
	family: 'drift',
	level: 'signal',
	verdict: null,
	coordinates: { platform, step: null, kind: 'PANNE', territory: 'FR' },
	onset: '2026-11-09T23:00:00Z',
	asOf: '2026-11-10T06:00:00Z',
	durationMinutes: 0,
	band: '10-19',
	sentence: { key: 'drift.country.signal', parameters: { platform } },
	model: { name: 'farrington', version: '1' },
});

/** Services are where each of them is asked, and the api by which the registry is written. */
export interface Services {
	readonly api: Api;
	readonly urls: Readonly<Record<'api' | 'reporter' | 'loader' | 'intake', string>>;
}

const writeKeys = async (directory: string): Promise<void> => {
	const week = weekOf(new Date());
	await mkdir(join(directory, 'weeks'));
	for (const name of ['webhooks', 'record', 'proposals', `weeks/${week}`, `weeks/${addWeeks(week, 1)}`])
		await writeFile(join(directory, `${name}.key`), `${randomBytes(32).toString('hex')}\n`);
};

/**
 * useServices starts every service that judges who asks, on one registry, one Redis of sessions and one key directory, with the people of the
 * demonstration let in, and a report on a platform of each of two bodies.
 */
export const useServices = async (platforms: readonly string[]): Promise<Services> => {
	const clickhouse = await useClickHouse();
	const api = await usePeople(clickhouse);
	await writeKeys(api.keys);
	const env = {
		KAFKA_BROKERS: api.brokers,
		REDIS_URL: api.redis,
		VIGIE_TOPIC_PREFIX: api.prefix,
		VIGIE_KEYS: api.keys,
		VIGIE_PUBLIC_URL: api.url,
		LOG_LEVEL: 'silent',
	};
	const run = async (starting: Promise<Running & { readonly url: string }>): Promise<string> => {
		const running = await starting;
		running.failed?.catch(() => undefined);
		cleanUp(() => closeInOrder(running.closings, logger));
		return running.url;
	};
	const urls = {
		api: api.url,
		reporter: await run(
			startReporter(
				readReporterConfig({ ...env, VIGIE_REPORTER_PORT: '0', VIGIE_DEMO_BODIES: 'silent' }),
				logger,
			),
		),
		loader: await run(
			startLoader(
				readLoaderConfig({ ...env, ...clickhouse.configOf('loader'), VIGIE_LOADER_PORT: '0' }),
				logger,
			),
		),
		intake: await run(
			startIntake(IntakeConfig.parse({ ...env, VIGIE_INTAKE_PORT: '0', VIGIE_COMMENTS: 'on' }), logger),
		),
	} as const;
	const producer = createProducer(createKafka({ KAFKA_BROKERS: api.brokers }, 'services', logger));
	await producer.connect();
	cleanUp(() => producer.disconnect());
	for (const [index, platform] of platforms.entries()) {
		const signal = signalOn(platform, String(index).padStart(32, '0'));
		await producer.send({
			topic: `${api.prefix}signals.published`,
			acks: -1,
			messages: [{ key: signal.id, value: JSON.stringify(signal) }],
		});
	}
	return { api, urls };
};
