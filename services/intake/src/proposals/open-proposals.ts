import type { KeyDirectory } from '@vigie/kit/keys';
import { PROPOSAL_KEY } from '@vigie/kit/proposal-id';
import type { RegistryView } from '@vigie/kit/registry-view';
import { readCommentKeys } from '@vigie/kit/sealed-comment';
import type { Clock } from '@vigie/schemas/clock';
import type { Redis } from 'ioredis';
import type { Kafka } from 'kafkajs';
import type { Logger } from 'pino';
import { createRateCounter } from '../rate-counter.js';
import { openProposalLog } from './proposal-log.js';
import type { Proposals } from './proposal-route.js';

export interface ProposalOptions {
	readonly kafka: Kafka;
	readonly topic: string;
	readonly keys: KeyDirectory;
	readonly registry: Pick<RegistryView, 'find'>;
	readonly redis: Redis;
	readonly prefix: string;
	readonly clock: Clock;
	readonly logger: Logger;
}

const DAY_MS = 24 * 60 * 60_000;

/** openProposals opens what taking proposed platforms needs; without its keys, which the deploy step makes, intake does not start. */
export const openProposals = async (
	options: ProposalOptions,
): Promise<Proposals & { close(): Promise<void> }> => {
	const { kafka, topic, keys, registry, redis, prefix, clock, logger } = options;
	const [key, idKeys] = [await keys.read(PROPOSAL_KEY), await readCommentKeys(keys)];
	if (key === null || idKeys === null)
		throw new Error('the keys of proposals or of comments are missing: run the deploy step first');
	const log = openProposalLog(kafka, topic, logger);
	const counter = createRateCounter(redis, prefix, clock, logger, DAY_MS);
	return {
		clock,
		registry,
		log,
		counter,
		key,
		idKeys,
		close: async () => {
			counter.close();
			await log.close();
		},
	};
};
