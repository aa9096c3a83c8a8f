import type { Message } from 'kafkajs';

// Below what a broker takes at once (1 MiB), with room for what Kafka adds to each message.
const PIECE_BYTES = 500_000;
const MESSAGE_BYTES = 64;

const bytesOf = (part: Buffer | string | null | undefined): number =>
	part == null ? 0 : Buffer.byteLength(part);

const sizeOf = ({ key, value, headers }: Message): number =>
	Object.entries(headers ?? {}).reduce(
		(sum, [name, part]) =>
			sum + name.length + [part].flat().reduce((bytes, one) => bytes + bytesOf(one), 0) + MESSAGE_BYTES,
		MESSAGE_BYTES + bytesOf(key) + bytesOf(value),
	);

/** inPieces cuts messages into lists that a broker takes as one batch each; a larger message goes alone. */
export const inPieces = (messages: readonly Message[]): Message[][] => {
	const pieces: Message[][] = [];
	let left = 0;
	for (const message of messages) {
		const size = sizeOf(message);
		const current = pieces.at(-1);
		if (current && size <= left) {
			current.push(message);
			left -= size;
		} else {
			pieces.push([message]);
			left = PIECE_BYTES - size;
		}
	}
	return pieces;
};
