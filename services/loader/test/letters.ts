import { readToEnd } from '@vigie/loader/letters/read-to-end';
import type { Stream } from './fixture.js';
import { waitUntil } from './fixture.js';

export interface Letter {
	readonly value: string | null;
	readonly bytes: Buffer | null;
	readonly headers: Readonly<Record<string, string>>;
}

/** lettersNow gives the dead letters that are there, in order: all those of a batch that is committed. */
export const lettersNow = async ({ kafka, prefix }: Stream): Promise<Letter[]> => {
	const letters: Letter[] = [];
	await readToEnd(kafka, `${prefix}events.dead`, async (messages) => {
		for (const { value, headers } of messages) {
			const texts = Object.entries(headers ?? {}).map(([name, text]) => [name, String(text)]);
			letters.push({ value: value?.toString() ?? null, bytes: value, headers: Object.fromEntries(texts) });
		}
		return true;
	});
	return letters;
};

/** readLetters waits until so many dead letters are there, and gives them in order. */
export const readLetters = async (stream: Stream, count: number): Promise<Letter[]> => {
	let letters: Letter[] = [];
	await waitUntil(async () => {
		letters = await lettersNow(stream);
		return letters.length >= count;
	}, `${count} dead letters`);
	return letters;
};
