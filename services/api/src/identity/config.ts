import { sessionPaths } from '@vigie/schemas/accounts/session';
import { z } from 'zod';

/** identityShape: the identity provider, by its issuer alone; none is set where nobody signs in. */
export const identityShape = {
	VIGIE_OIDC_ISSUER: z.url().optional(),
	VIGIE_OIDC_CLIENT_ID: z.string().min(1).default('vigie'),
	/** None for a public client: PKCE stands alone. */
	VIGIE_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
	/** How the secret is shown; ProConnect wants it in the body. */
	VIGIE_OIDC_CLIENT_AUTH: z.enum(['basic', 'post']).default('post'),
	VIGIE_OIDC_SCOPE: z.string().default('openid'),
	/** Strength of authentication asked for, such as `eidas1`. */
	VIGIE_OIDC_ACR_VALUES: z.string().optional(),
	VIGIE_OIDC_SIGNATURE: z.enum(['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519']).default('RS256'),
} as const;

const Shape = z.object(identityShape);

/** IdentityConfig is what the client of a provider is made with. */
export interface IdentityConfig {
	readonly issuer: string;
	readonly clientId: string;
	readonly clientSecret: string | null;
	readonly clientAuthentication: 'basic' | 'post';
	readonly scope: string;
	readonly acrValues: string | null;
	readonly signature: string;
	/** Where the provider sends browsers back to, as it was registered there. */
	readonly redirectUri: string;
	readonly afterLogout: string;
	/** True only for the demonstration's own provider, on this machine, without TLS. */
	readonly insecure: boolean;
}

const isLoopback = (url: string): boolean =>
	['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);

/** isFitIssuer is the rule that a provider is reached by https, but for a demonstration's own on this machine. */
export const isFitIssuer = (world: 'demo' | 'real', issuer: string | undefined): boolean =>
	issuer === undefined || new URL(issuer).protocol === 'https:' || (world === 'demo' && isLoopback(issuer));

/** identityOf gives what the client is made with; null when no provider is set. */
export const identityOf = (
	config: z.infer<typeof Shape> & { readonly VIGIE_PUBLIC_URL: string },
): IdentityConfig | null =>
	config.VIGIE_OIDC_ISSUER === undefined
		? null
		: {
				issuer: config.VIGIE_OIDC_ISSUER,
				clientId: config.VIGIE_OIDC_CLIENT_ID,
				clientSecret: config.VIGIE_OIDC_CLIENT_SECRET ?? null,
				clientAuthentication: config.VIGIE_OIDC_CLIENT_AUTH,
				scope: config.VIGIE_OIDC_SCOPE,
				acrValues: config.VIGIE_OIDC_ACR_VALUES ?? null,
				signature: config.VIGIE_OIDC_SIGNATURE,
				redirectUri: new URL(sessionPaths.callback, config.VIGIE_PUBLIC_URL).href,
				afterLogout: new URL('/', config.VIGIE_PUBLIC_URL).href,
				insecure: new URL(config.VIGIE_OIDC_ISSUER).protocol === 'http:',
			};
