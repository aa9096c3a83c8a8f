import { createHmac } from 'node:crypto';

const CONTEXT = 'ck1';

/**
 * cellKey gives u in [0, 1) for a cell: the top 53 bits of the first 8 bytes of HMAC-SHA256(K_cell, "ck1" || kappa), kappa
 * being the sum of its events' record keys modulo 2^64, written as 8 bytes big-endian.
 */
export const cellKey = (key: Buffer, kappa: bigint): number => {
	const message = Buffer.alloc(CONTEXT.length + 8);
	message.write(CONTEXT, 'latin1');
	message.writeBigUInt64BE(kappa, CONTEXT.length);
	const digest = createHmac('sha256', key).update(message).digest();
	return (digest.readUInt32BE(0) * 2 ** 21 + (digest.readUInt32BE(4) >>> 11)) / 2 ** 53;
};
