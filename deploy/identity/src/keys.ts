import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { JWKS } from 'oidc-provider';

/** makeKeys makes the keys of one run: when the provider starts again, everybody signs in again. */
export const makeKeys = (): { readonly jwks: JWKS; readonly cookieKey: string } => {
	const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
	const { kty, n, e, d, p, q, dp, dq, qi } = privateKey.export({ format: 'jwk' });
	if (kty !== 'RSA' || !n || !e) throw new Error('no RSA key was made');
	const key = { kty, n, e, d, p, q, dp, dq, qi, kid: 'demo', alg: 'RS256', use: 'sig' };
	return {
		// Every part of a private RSA key is there: that is what was asked for.
		jwks: { keys: [key as JWKS['keys'][number]] },
		cookieKey: randomBytes(32).toString('base64url'),
	};
};
