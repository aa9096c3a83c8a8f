import { hash } from 'node:crypto';

const CONTEXT = 'rk1';
const UUID_BYTES = 16;
const BLOCK_BYTES = 64;
const DIGEST_BYTES = 32;

/** Pads are what HMAC (RFC 2104) hashes: the key under either pad, each with room for what follows it. */
interface Pads {
	readonly inner: Buffer;
	readonly outer: Buffer;
}

const padOf = (key: Buffer, byte: number, room: number): Buffer => {
	const pad = Buffer.alloc(BLOCK_BYTES + room, byte);
	key.forEach((part, index) => {
		pad[index] = part ^ byte;
	});
	return pad;
};

const padsOf = (key: Buffer): Pads => {
	if (key.length > BLOCK_BYTES) throw new RangeError('a record key is made with a key of at most one block');
	const inner = padOf(key, 0x36, CONTEXT.length + UUID_BYTES);
	inner.write(CONTEXT, BLOCK_BYTES, 'latin1');
	return { inner, outer: padOf(key, 0x5c, DIGEST_BYTES) };
};

// A process has one key. An event's is computed for every event that is loaded, and an Hmac object costs four times as much as its hashes.
const known = new WeakMap<Buffer, Pads>();

/**
 * recordKey gives the disclosure key of an event, from its id: the first 8 bytes of HMAC-SHA256(K_rec, "rk1" || the 16
 * bytes of the uuid), big-endian, as an unsigned decimal (the form of a ClickHouse UInt64). Never exported.
 */
export const recordKey = (key: Buffer, eventId: string): string => {
	const pads = known.get(key) ?? padsOf(key);
	known.set(key, pads);
	const { inner, outer } = pads;
	const written = inner.write(eventId.replaceAll('-', ''), BLOCK_BYTES + CONTEXT.length, 'hex');
	if (written !== UUID_BYTES) throw new RangeError('an event id is a uuid');
	outer.write(hash('sha256', inner, 'hex'), BLOCK_BYTES, 'hex');
	return BigInt(`0x${hash('sha256', outer, 'hex').slice(0, 16)}`).toString();
};
