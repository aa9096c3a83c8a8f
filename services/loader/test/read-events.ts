import { readToEnd } from '@vigie/loader/letters/read-to-end';
import type { KafkaMessage } from 'kafkajs';
import type { Stream } from './fixture.js';

/** readEvents reads all that is on a test's `events.v1`, by the time it was written. */
export const readEvents = async ({ kafka, prefix }: Stream): Promise<KafkaMessage[]> => {
	const found: KafkaMessage[] = [];
	await readToEnd(kafka, `${prefix}events.v1`, async (messages) => {
		found.push(...messages);
		return true;
	});
	return found.sort((left, right) => Number(left.timestamp) - Number(right.timestamp));
};
