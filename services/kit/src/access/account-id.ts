import { createHash } from 'node:crypto';

const HEX = 32;

/** accountIdOf names the account of a person at an identity provider: the same for ever, and nothing can be read back from it but by trying. */
export const accountIdOf = (issuer: string, subject: string): string =>
	`a-${createHash('sha256')
		.update(JSON.stringify([issuer, subject]))
		.digest('hex')
		.slice(0, HEX)}`;
