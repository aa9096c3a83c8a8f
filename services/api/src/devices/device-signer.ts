import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DEVICE_TOKEN_TYPE, type DeviceClaims } from '@vigie/schemas/device-claims';
import { type CryptoKey, importJWK, SignJWT } from 'jose';
import { z } from 'zod';

/** DeviceSigner signs a device's claims into its token. */
export type DeviceSigner = (claims: DeviceClaims) => Promise<string>;

const PrivateKey = z.object({
	kty: z.literal('OKP'),
	crv: z.literal('Ed25519'),
	x: z.string(),
	d: z.string(),
});
const fileName = /^device-(.{1,64})\.private\.jwk$/;

interface SigningKey {
	readonly kid: string;
	readonly key: CryptoKey;
}

/** newestKey reads the youngest `device-<kid>.private.jwk`: old keys stay to verify, the new one signs. */
const newestKey = async (directory: string): Promise<SigningKey> => {
	const names = (await readdir(directory)).filter((name) => fileName.test(name));
	const dated = await Promise.all(
		names.map(async (name) => ({ name, madeMs: (await stat(join(directory, name))).mtimeMs })),
	);
	dated.sort((left, right) => right.madeMs - left.madeMs || (left.name < right.name ? 1 : -1));
	const name = dated[0]?.name;
	const kid = fileName.exec(name ?? '')?.[1];
	if (name === undefined || kid === undefined) throw new Error('no device key: run the deploy step first');
	const jwk = PrivateKey.parse(JSON.parse(await readFile(join(directory, name), 'utf8')));
	const key = await importJWK(jwk, 'EdDSA');
	if (key instanceof Uint8Array) throw new Error('a symmetric key cannot sign a device');
	return { kid, key };
};

/** createDeviceSigner signs with the newest key of the key directory, read at each signature: keys rotate while we run. */
export const createDeviceSigner =
	(directory: string): DeviceSigner =>
	async (claims) => {
		const { kid, key } = await newestKey(directory);
		return new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA', kid, typ: DEVICE_TOKEN_TYPE }).sign(key);
	};
