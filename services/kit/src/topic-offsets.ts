import { setTimeout as delay } from 'node:timers/promises';
import kafkajs, { type Admin } from 'kafkajs';

const { KafkaJSError } = kafkajs;

/** A partition that changes its leader, or has just got one, refuses for a moment; kafkajs does not ask again by itself. */
const ASK_AGAIN_MS = 100;
const GIVE_UP_AFTER = 100;

const patiently = async <Answer>(ask: () => Promise<Answer>, attempt = 1): Promise<Answer> => {
	try {
		return await ask();
	} catch (err) {
		const passing = err instanceof KafkaJSError && err.retriable;
		if (!passing || attempt === GIVE_UP_AFTER) throw err;
	}
	await delay(ASK_AGAIN_MS);
	return patiently(ask, attempt + 1);
};

/** topicOffsets gives the first and the next offset of each partition, and is patient with a topic that has just been made. */
export const topicOffsets = (
	admin: Admin,
	topic: string,
): Promise<Awaited<ReturnType<Admin['fetchTopicOffsets']>>> =>
	patiently(() => admin.fetchTopicOffsets(topic));

/** topicOffsetsAt gives the first offset of each partition stamped at an instant (in milliseconds) or later, as patiently. */
export const topicOffsetsAt = (
	admin: Admin,
	topic: string,
	atMs: number,
): Promise<Awaited<ReturnType<Admin['fetchTopicOffsetsByTimestamp']>>> =>
	patiently(() => admin.fetchTopicOffsetsByTimestamp(topic, atMs));
