import { createHash, generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addWeeks, weekOf } from '@vigie/schemas/calendar';
import { DEVICE_TOKEN_TYPE, type DeviceClaims } from '@vigie/schemas/device-claims';
import type { RecordOf } from '@vigie/schemas/registry';
import { cleanUp } from '@vigie/test/cleanup';
import { SignJWT } from 'jose';

/** sha256 is how the registry holds a secret. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** claimsOf describes a device of the test's structure; each has an identifier of its own. */
export const claimsOf = (change: Partial<DeviceClaims> = {}): Omit<DeviceClaims, 'iat'> => ({
	sub: randomUUID(),
	structure: 'ccas-lyon',
	organisation: 'ville-lyon',
	roleFamily: 'TRAVAIL_SOCIAL',
	structureFamily: 'CCAS',
	departement: '69',
	body: null,
	epoch: 0,
	link: 'lien-1',
	charter: '2026-1',
	...change,
});

/** TestKeys is a key directory with the signing key that belongs to it. */
export interface TestKeys {
	readonly directory: string;
	/** sign makes a device token; `type` and `key` are those of a forger when given. */
	sign(claims: object, forged?: { type?: string; kid?: string }): Promise<string>;
}

/** ID_KEY is the key of comments, under which hosts have their ids. */
export const ID_KEY = Buffer.alloc(32, 4);

/** useKeys makes a key directory: one device key, and the keys of this week and the next unless told otherwise. */
export const useKeys = async ({ weeks = true } = {}): Promise<TestKeys> => {
	const directory = await mkdtemp(join(tmpdir(), 'vigie-keys-'));
	cleanUp(() => rm(directory, { recursive: true, force: true }));
	const { publicKey, privateKey } = generateKeyPairSync('ed25519');
	const jwk = JSON.stringify(publicKey.export({ format: 'jwk' }));
	await writeFile(join(directory, 'device-first.public.jwk'), jwk);
	await writeFile(join(directory, 'proposals.key'), `${'3'.repeat(64)}\n`);
	await writeFile(join(directory, 'comments.key'), `${ID_KEY.toString('hex')}\n`);
	await mkdir(join(directory, 'weeks'));
	const present = weekOf(new Date());
	for (const week of weeks ? [present, addWeeks(present, 1)] : [])
		await writeFile(join(directory, 'weeks', `${week}.key`), `${randomBytes(32).toString('hex')}\n`);
	return {
		directory,
		sign: (claims, { type = DEVICE_TOKEN_TYPE, kid = 'first' } = {}) =>
			new SignJWT({ ...claims })
				.setProtectedHeader({ alg: 'EdDSA', kid, typ: type })
				.setIssuedAt()
				.sign(privateKey),
	};
};

const inAYear = new Date(Date.now() + 365 * 24 * 60 * 60_000).toISOString();

/** structureRecord is the structure that `claimsOf` speaks of. */
export const structureRecord = (change: Partial<RecordOf<'structure'>> = {}): RecordOf<'structure'> => ({
	type: 'structure',
	id: 'ccas-lyon',
	label: 'CCAS de Lyon',
	organisation: 'ville-lyon',
	family: 'CCAS',
	departement: '69',
	body: null,
	epoch: 0,
	active: true,
	...change,
});

/** newApiKey makes an API key of that structure: what the client holds, and what the registry does. */
export const newApiKey = (change: Partial<RecordOf<'api-key'>> = {}) => {
	const secret = randomBytes(32).toString('base64url');
	const id = change.id ?? `cle-${randomBytes(4).toString('hex')}`;
	const record: RecordOf<'api-key'> = {
		type: 'api-key',
		id,
		structure: 'ccas-lyon',
		roleFamily: 'TRAVAIL_SOCIAL',
		secretHash: sha256(secret),
		scopes: ['ingest'],
		expiresAt: inAYear,
		revoked: false,
		...change,
	};
	return { key: `vk_${id}_${secret}`, record };
};
