import { createHmac } from 'node:crypto';

const CONTEXT = 'rk1';
const UUID_BYTES = 16;

// One for all: an event's key is computed for every event that is loaded, and this is the half of it that can be spared.
const message = Buffer.alloc(CONTEXT.length + UUID_BYTES);
message.write(CONTEXT, 'latin1');

/**
 * recordKey gives the disclosure key of an event, from its id: the first 8 bytes of HMAC-SHA256(K_rec, "rk1" || the 16
 * bytes of the uuid), big-endian, as an unsigned decimal (the form of a ClickHouse UInt64). Never exported.
 */
export const recordKey = (key: Buffer, eventId: string): string => {
	const written = message.write(eventId.replaceAll('-', ''), CONTEXT.length, 'hex');
	if (written !== UUID_BYTES) throw new RangeError('an event id is a uuid');
	const digest = createHmac('sha256', key).update(message).digest('hex');
	return BigInt(`0x${digest.slice(0, 16)}`).toString();
};
