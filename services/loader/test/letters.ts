import { cleanUp } from '@vigie/test/cleanup';
import { uniquePrefix } from '@vigie/test/engines';
import type { Stream } from './fixture.js';
import { waitUntil } from './fixture.js';

export interface Letter {
	readonly value: string | null;
	readonly bytes: Buffer | null;
	readonly headers: Readonly<Record<string, string>>;
}

/** readLetters waits until so many dead letters are there, and gives them in order. */
export const readLetters = async ({ kafka, prefix }: Stream, count: number): Promise<Letter[]> => {
	const consumer = kafka.consumer({ groupId: `${prefix}reader-${uniquePrefix()}`, maxWaitTimeInMs: 200 });
	cleanUp(() => consumer.disconnect());
	await consumer.connect();
	await consumer.subscribe({ topic: `${prefix}events.dead`, fromBeginning: true });
	const letters: Letter[] = [];
	await consumer.run({
		eachMessage: async ({ message: { value, headers } }) => {
			const texts = Object.entries(headers ?? {}).map(([name, text]) => [name, String(text)]);
			letters.push({ value: value?.toString() ?? null, bytes: value, headers: Object.fromEntries(texts) });
		},
	});
	await waitUntil(async () => letters.length >= count, `${count} dead letters`);
	return letters;
};
