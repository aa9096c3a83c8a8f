import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CryptoKey, importJWK } from 'jose';
import type { Logger } from 'pino';
import { z } from 'zod';

/** DeviceKeys holds the public keys that device tokens are verified with, by `kid`. */
export interface DeviceKeys {
	/** find gives a key, or null. An unknown `kid` reads the directory again: keys rotate while we run. */
	find(kid: string): Promise<CryptoKey | null>;
}

const PublicKey = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() });
const fileName = /^device-(.{1,64})\.public\.jwk$/;
/** A flood of tokens with made-up `kid`s must not become a flood of readings. */
const REREAD_AFTER_MS = 2_000;

const readKey = async (path: string): Promise<CryptoKey> => {
	const jwk = PublicKey.parse(JSON.parse(await readFile(path, 'utf8')));
	const key = await importJWK(jwk, 'EdDSA');
	if (key instanceof Uint8Array) throw new Error('a symmetric key cannot verify a device');
	return key;
};

/** openDeviceKeys reads `device-<kid>.public.jwk` from the key directory. */
export const openDeviceKeys = (directory: string, logger: Logger): DeviceKeys => {
	const keys = new Map<string, CryptoKey>();
	let readAtMs = Number.NEGATIVE_INFINITY;
	let reading = Promise.resolve();

	const readAll = async (): Promise<void> => {
		const files = await readdir(directory).catch((): string[] => []);
		for (const file of files) {
			const kid = fileName.exec(file)?.[1];
			if (kid === undefined || keys.has(kid)) continue;
			try {
				keys.set(kid, await readKey(join(directory, file)));
			} catch (err) {
				logger.error({ err, kid }, 'a device key is unreadable: tokens signed with it are refused');
			}
		}
	};

	return {
		find: async (kid) => {
			if (!keys.has(kid) && performance.now() - readAtMs > REREAD_AFTER_MS) {
				readAtMs = performance.now();
				reading = readAll();
			}
			await reading;
			return keys.get(kid) ?? null;
		},
	};
};
