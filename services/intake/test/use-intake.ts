import { closeInOrder } from '@vigie/kit/lifecycle';
import { createLogger } from '@vigie/kit/logger';
import type { RegistryRecord } from '@vigie/schemas/registry';
import { topicsWithPrefix } from '@vigie/schemas/topics';
import { cleanUp } from '@vigie/test/cleanup';
import { useRedis, useTopics } from '@vigie/test/engines';
import { writeRegistry } from '@vigie/test/write-registry';
import type { KafkaMessage } from 'kafkajs';
import { vi } from 'vitest';
import { IntakeConfig } from '../src/config.js';
import { start } from '../src/start.js';
import { claimsOf, newApiKey, structureRecord, type TestKeys, useKeys } from './keys.js';
import { readTopic } from './topics.js';

const logger = createLogger('intake-test', 'silent');

export interface IntakeOptions {
	/** Another Redis than one of the test's own. */
	readonly redisUrl?: string;
	/** False leaves the week without its key. */
	readonly weeks?: boolean;
	/** Requests a minute of a device and of a key. */
	readonly limits?: { readonly device: number; readonly key: number };
	/** Records beside the structure and the API key that are always there. */
	readonly records?: readonly RegistryRecord[];
	/** Whether it takes comments. */
	readonly comments?: boolean;
	/** Puts more into the key directory before it starts. */
	readonly prepareKeys?: (directory: string) => Promise<void>;
	/** Brokers by another way than straight: a network of the test's own. */
	readonly brokers?: string;
}

/** TestIntake is a whole intake on real engines, with a sender of each sort. */
export interface TestIntake {
	readonly url: string;
	readonly keys: TestKeys;
	/** `Authorization` headers that are good. */
	readonly device: string;
	readonly apiKey: string;
	/** post sends an event (or any text) with the device's token unless another is given. */
	post(body: unknown, authorization?: string, path?: string): Promise<Response>;
	/** register writes records to the registry, while intake runs. */
	register(...records: RegistryRecord[]): Promise<void>;
	/** stop shuts down in order, as a signal would; the end of the test does it otherwise. */
	stop(): Promise<boolean>;
	/** onTopic reads all that is on `events.v1`. */
	onTopic(): Promise<KafkaMessage[]>;
	/** onComments reads all that is on `comments.v1`. */
	onComments(): Promise<KafkaMessage[]>;
	/** onProposals reads all that is on `proposals.v1`. */
	onProposals(): Promise<KafkaMessage[]>;
}

/** useIntake starts intake as `server.ts` does, on free ports, waits until it is ready, and closes it with the test. */
export const useIntake = async (options: IntakeOptions = {}): Promise<TestIntake> => {
	const { brokers, prefix } = await useTopics();
	const redisUrl = options.redisUrl ?? `redis://${(await useRedis()).address.replace('redis://', '')}`;
	const keys = await useKeys({ weeks: options.weeks ?? true });
	const { key, record } = newApiKey();
	const topics = topicsWithPrefix(prefix);
	const register = (...records: RegistryRecord[]) => writeRegistry(brokers, topics.registry, records);
	await register(structureRecord(), record, ...(options.records ?? []));

	await options.prepareKeys?.(keys.directory);

	const config = IntakeConfig.parse({
		VIGIE_COMMENTS: options.comments ? 'on' : 'off',
		KAFKA_BROKERS: options.brokers ?? brokers,
		REDIS_URL: redisUrl,
		VIGIE_KEYS: keys.directory,
		VIGIE_TOPIC_PREFIX: prefix,
		VIGIE_INTAKE_PORT: '0',
		VIGIE_INTAKE_DEVICE_LIMIT: String(options.limits?.device ?? 10_000),
		VIGIE_INTAKE_KEY_LIMIT: String(options.limits?.key ?? 10_000),
	});
	const running = await start(config, logger);
	let stopped: Promise<boolean> | null = null;
	const stop = (): Promise<boolean> => {
		stopped ??= closeInOrder(running.closings, logger);
		return stopped;
	};
	cleanUp(stop);
	await vi.waitUntil(async () => (await fetch(`${running.url}/health/ready`)).ok, { timeout: 10_000 });

	const device = `Bearer ${await keys.sign(claimsOf())}`;
	const post = (body: unknown, authorization = device, path = '/v1/events'): Promise<Response> =>
		fetch(`${running.url}${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', authorization },
			body: typeof body === 'string' ? body : JSON.stringify(body),
		});
	return {
		url: running.url,
		keys,
		device,
		apiKey: `Bearer ${key}`,
		post,
		register,
		stop,
		onTopic: () => readTopic(brokers, topics.events),
		onComments: () => readTopic(brokers, topics.comments),
		onProposals: () => readTopic(brokers, topics.proposals),
	};
};
