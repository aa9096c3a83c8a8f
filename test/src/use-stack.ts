import { askDesk } from './ask-desk.js';
import { cleanUp } from './cleanup.js';
import { deleteTopics, kafkaBrokers, uniquePrefix } from './engines.js';
import { type OwnStack, type OwnStackOptions, startOwnStack } from './own-stack.js';

/**
 * useStack starts a whole stack for a test file, which is its own but for two things that a run makes once: the broker, where its
 * topics have their own prefix, and the migrations of an empty store. Not for a test that takes the broker down, or that looks at a first start.
 */
export const useStack = async (options: OwnStackOptions = {}): Promise<OwnStack> => {
	const brokers = await kafkaBrokers();
	const prefix = uniquePrefix();
	const stack = await startOwnStack({
		store: await askDesk('/store'),
		...options,
		env: { ...options.env, KAFKA_BROKERS: brokers, VIGIE_TOPIC_PREFIX: prefix },
	});
	cleanUp(async () => {
		await stack.close();
		await deleteTopics(brokers, prefix);
	});
	return stack;
};
