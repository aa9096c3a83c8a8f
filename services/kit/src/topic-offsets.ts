import { setTimeout as delay } from 'node:timers/promises';
import kafkajs, { type Admin } from 'kafkajs';

const { KafkaJSError } = kafkajs;

/** A partition that changes its leader, or has just got one, refuses for a moment; kafkajs does not ask again by itself. */
const ASK_AGAIN_MS = 100;
const GIVE_UP_AFTER = 100;

/** topicOffsets gives the first and the next offset of each partition, and is patient with a topic that has just been made. */
export const topicOffsets = async (
	admin: Admin,
	topic: string,
	attempt = 1,
): Promise<Awaited<ReturnType<Admin['fetchTopicOffsets']>>> => {
	try {
		return await admin.fetchTopicOffsets(topic);
	} catch (err) {
		const passing = err instanceof KafkaJSError && err.retriable;
		if (!passing || attempt === GIVE_UP_AFTER) throw err;
	}
	await delay(ASK_AGAIN_MS);
	return topicOffsets(admin, topic, attempt + 1);
};
