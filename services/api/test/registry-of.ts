import { createKafka } from '@vigie/kit/kafka';
import { createLogger } from '@vigie/kit/logger';
import { cleanUp } from '@vigie/test/cleanup';
import { uniquePrefix } from '@vigie/test/engines';
import type { Api } from './fixture.js';

/** registryOf reads the registry's topic of an api from its beginning, as any service could. */
export const registryOf = async ({
	brokers,
	prefix,
}: Pick<Api, 'brokers' | 'prefix'>): Promise<{ readAll(): Promise<string[]> }> => {
	const topic = `${prefix}registry.v1`;
	const kafka = createKafka(
		{ KAFKA_BROKERS: brokers },
		'registry-test',
		createLogger('registry-test', 'silent'),
	);
	const admin = kafka.admin();
	await admin.connect();
	cleanUp(() => admin.disconnect());
	return {
		readAll: async () => {
			const [end] = await admin.fetchTopicOffsets(topic);
			const wanted = Number(end?.high ?? 0);
			const texts: string[] = [];
			const consumer = kafka.consumer({ groupId: uniquePrefix() });
			await consumer.connect();
			await consumer.subscribe({ topic, fromBeginning: true });
			await new Promise<void>((resolve, reject) => {
				consumer
					.run({
						autoCommit: false,
						eachMessage: async ({ message }) => {
							texts.push(message.value?.toString() ?? '');
							if (texts.length >= wanted) resolve();
						},
					})
					.catch(reject);
			});
			await consumer.disconnect();
			return texts;
		},
	};
};
