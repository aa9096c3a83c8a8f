import { DEVICE_TOKEN_TYPE, DeviceClaims } from '@vigie/schemas/device-claims';
import { jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import type { DeviceKeys } from './device-keys.js';

/** DeviceTokens reads device tokens. Only the signature is remembered: revocation is judged at every request. */
export interface DeviceTokens {
	/** recall gives the claims of a token verified lately, or undefined. */
	recall(token: string): DeviceClaims | undefined;
	/** verify gives the claims of a token, or null when its signature, type or claims are not ours. */
	verify(token: string): Promise<DeviceClaims | null>;
}

const REMEMBERED = 10_000;
const REMEMBERED_MS = 10 * 60_000;
const LONGEST_TOKEN = 2_048;

/** readDeviceTokens makes the reader of tokens signed with EdDSA by one of `keys`. */
export const readDeviceTokens = (keys: DeviceKeys): DeviceTokens => {
	const verified = new LRUCache<string, DeviceClaims>({ max: REMEMBERED, ttl: REMEMBERED_MS });
	return {
		recall: (token) => verified.get(token),
		verify: async (token) => {
			if (token.length > LONGEST_TOKEN) return null;
			try {
				const { payload } = await jwtVerify(
					token,
					async ({ kid }) => {
						const key = kid === undefined ? null : await keys.find(kid);
						if (!key) throw new Error('no such key');
						return key;
					},
					{ algorithms: ['EdDSA'], typ: DEVICE_TOKEN_TYPE },
				);
				const claims = DeviceClaims.parse(payload);
				verified.set(token, claims);
				return claims;
			} catch {
				// Whatever is wrong with it, the caller learns one thing: it is not recognised.
				return null;
			}
		},
	};
};
