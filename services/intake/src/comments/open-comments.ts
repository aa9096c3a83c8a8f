import type { KafkaAccess } from '@vigie/kit/kafka';
import type { KeyDirectory } from '@vigie/kit/keys';
import { COMMENT_KEY } from '@vigie/kit/sealed-comment';
import type { Clock } from '@vigie/schemas/clock';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { openCommentLog } from './comment-log.js';
import { createCommentMetrics } from './comment-metrics.js';
import type { Comments } from './comment-route.js';

export interface CommentOptions {
	readonly access: KafkaAccess;
	readonly topic: string;
	readonly keys: KeyDirectory;
	readonly clock: Clock;
	readonly registry: Registry;
	readonly logger: Logger;
}

/** openComments opens what taking comments needs; without its key, which the deploy step makes, intake does not start. */
export const openComments = async (options: CommentOptions): Promise<Comments> => {
	const { access, topic, keys, clock, registry, logger } = options;
	const key = await keys.read(COMMENT_KEY);
	if (!key) throw new Error(`comments are on, and the key directory has no ${COMMENT_KEY}.key`);
	return {
		clock,
		log: openCommentLog({ access, topic, key, logger }),
		metrics: createCommentMetrics(registry),
	};
};
