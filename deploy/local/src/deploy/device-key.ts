import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeySource } from '@vigie/kit/keys';
import { writeSecret } from './secret-file.js';

/** RFC 8410: the bytes before an Ed25519 seed in a PKCS #8 private key. */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/** ensureDeviceKey makes the first key that signs devices, as two JWK files named by its identifier, when there is none. */
export const ensureDeviceKey = async (directory: string, source: KeySource): Promise<void> => {
	const files = await readdir(directory).catch(() => []);
	if (files.some((name) => /^device-.+\.private\.jwk$/.test(name))) return;
	const privateKey = createPrivateKey({
		key: Buffer.concat([PKCS8_HEAD, source('device')]),
		format: 'der',
		type: 'pkcs8',
	});
	const publicJwk = createPublicKey(privateKey).export({ format: 'jwk' });
	const kid = createHash('sha256').update(String(publicJwk.x)).digest('hex').slice(0, 12);
	const about = { kid, alg: 'EdDSA', use: 'sig' };
	// The public half first: whoever sees a private key finds its public one.
	await writeSecret(join(directory, `device-${kid}.public.jwk`), JSON.stringify({ ...publicJwk, ...about }));
	const privateJwk = privateKey.export({ format: 'jwk' });
	await writeSecret(
		join(directory, `device-${kid}.private.jwk`),
		JSON.stringify({ ...privateJwk, ...about }),
	);
};
