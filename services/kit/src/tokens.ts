import { createHmac } from 'node:crypto';

/**
 * tokenOf stands for an identifier (device, structure, organisation) while a key lives: the first 8 bytes of HMAC-SHA256(key, id),
 * big-endian, as an unsigned decimal. Intake uses the week's key; the publisher, the quarter's. Without the key it means nothing.
 */
export const tokenOf = (key: Buffer, id: string): string =>
	createHmac('sha256', key).update(id, 'utf8').digest().readBigUInt64BE(0).toString();
