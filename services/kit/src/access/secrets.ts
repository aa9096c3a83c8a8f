import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const SECRET_BYTES = 32;
const ID_BYTES = 6;

const sha256 = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();

/** newSecret makes 256 random bits, in 43 characters that an address may hold. */
export const newSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url');

/** newId makes an identifier for a link or a key: no secret, and no underscore, so that the secret after it is unambiguous. */
export const newId = (): string => randomBytes(ID_BYTES).toString('hex');

/** hashOf is what the registry keeps of a secret. A plain hash is enough: nobody guesses 256 bits. */
export const hashOf = (secret: string): string => sha256(secret).toString('hex');

/** isSecretOf compares a secret with a kept hash, in constant time. */
export const isSecretOf = (secret: string, secretHash: string): boolean =>
	timingSafeEqual(sha256(secret), Buffer.from(secretHash, 'hex'));

/** isSame compares two texts in constant time, whatever their lengths. */
export const isSame = (given: string, expected: string): boolean =>
	timingSafeEqual(sha256(given), sha256(expected));
