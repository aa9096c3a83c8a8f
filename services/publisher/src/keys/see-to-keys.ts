import type { KeyDirectory } from '@vigie/kit/keys';
import type { Clock } from '@vigie/schemas/clock';
import type { Logger } from 'pino';
import type { PublisherMetrics } from '../jobs/metrics.js';
import { makeKeys } from './make-keys.js';

const DAY_MS = 24 * 60 * 60_000;

/**
 * seeToKeys makes the coming weeks' keys now and each day. It stands apart from the queue: without a key intake refuses events,
 * and a Redis that is down must refuse none.
 */
export const seeToKeys = async (
	keys: KeyDirectory,
	clock: Clock,
	metrics: Pick<PublisherMetrics, 'keysSeconds'>,
	logger: Logger,
): Promise<{ close(): void }> => {
	const see = async (): Promise<void> => {
		await makeKeys(keys, clock.now());
		metrics.keysSeconds.setToCurrentTime();
	};
	await see();
	const timer = setInterval(() => {
		see().catch((err: unknown) => logger.error({ err }, 'the keys of the coming weeks could not be made'));
	}, DAY_MS);
	return { close: () => clearInterval(timer) };
};
