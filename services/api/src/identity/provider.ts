import { ProblemError } from '@vigie/kit/problem-plugin';
import {
	allowInsecureRequests,
	authorizationCodeGrant,
	buildAuthorizationUrl,
	buildEndSessionUrl,
	ClientSecretBasic,
	ClientSecretPost,
	type Configuration,
	calculatePKCECodeChallenge,
	discovery,
	enableNonRepudiationChecks,
	None,
	randomNonce,
	randomPKCECodeVerifier,
	randomState,
} from 'openid-client';
import type { Logger } from 'pino';
import type { IdentityConfig } from './config.js';

/** Secrets of one sign-in: only the browser that began it can finish it. */
export interface SignIn {
	readonly state: string;
	readonly nonce: string;
	readonly verifier: string;
}

/** SignedPerson is whom the provider vouches for, by (issuer, subject) alone: no name and no address is asked. */
export interface SignedPerson {
	readonly issuer: string;
	readonly subject: string;
	readonly idToken: string;
}

/** IdentityProvider is where people sign in (OpenID Connect, authorization code with PKCE). */
export interface IdentityProvider {
	/** begin gives where to send the browser; `unavailable` when the provider does not answer. */
	begin(): Promise<SignIn & { readonly location: string }>;
	/** finish judges what the browser brings back; `login_refused` when anything does not fit. */
	finish(query: string, signIn: SignIn): Promise<SignedPerson>;
	/** endOf gives where to send the browser so that its session at the provider ends too; null when the provider has no such place. */
	endOf(idToken: string): Promise<string | null>;
}

const RETRY_AFTER_SECONDS = 10;
const TIMEOUT_SECONDS = 5;

const authOf = ({ clientSecret, clientAuthentication }: IdentityConfig) => {
	if (clientSecret === null) return None();
	return clientAuthentication === 'post' ? ClientSecretPost(clientSecret) : ClientSecretBasic(clientSecret);
};

const discover = (config: IdentityConfig): Promise<Configuration> =>
	discovery(
		new URL(config.issuer),
		config.clientId,
		{ id_token_signed_response_alg: config.signature },
		authOf(config),
		{
			timeout: TIMEOUT_SECONDS,
			// The token's signature is checked too, though it came straight from the provider.
			execute: [enableNonRepudiationChecks, ...(config.insecure ? [allowInsecureRequests] : [])],
		},
	);

const codeOf = (error: unknown): string =>
	error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';

/** isStrongEnough judges how somebody signed in: where a strength is asked for, what the provider says that it was must be one of those. */
const isStrongEnough = (acr: unknown, wanted: string | null): boolean =>
	wanted === null || wanted.split(' ').some((one) => one === acr);

/** openIdentityProvider makes the client of a provider. It is discovered at the first sign-in, and again after a failure: we start without it. */
export const openIdentityProvider = (config: IdentityConfig, logger: Logger): IdentityProvider => {
	let known: Promise<Configuration> | null = null;
	const provider = async (): Promise<Configuration> => {
		known ??= discover(config);
		try {
			return await known;
		} catch (error) {
			known = null;
			logger.warn({ code: codeOf(error) }, 'the identity provider does not answer');
			throw new ProblemError('unavailable', { retryAfterSeconds: RETRY_AFTER_SECONDS });
		}
	};
	return {
		begin: async () => {
			const client = await provider();
			const signIn = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
			const location = buildAuthorizationUrl(client, {
				redirect_uri: config.redirectUri,
				scope: config.scope,
				state: signIn.state,
				nonce: signIn.nonce,
				code_challenge: await calculatePKCECodeChallenge(signIn.verifier),
				code_challenge_method: 'S256',
				...(config.acrValues === null ? {} : { acr_values: config.acrValues }),
			});
			return { ...signIn, location: location.href };
		},
		finish: async (query, { state, nonce, verifier }) => {
			const client = await provider();
			try {
				const tokens = await authorizationCodeGrant(client, new URL(`${config.redirectUri}${query}`), {
					expectedState: state,
					expectedNonce: nonce,
					pkceCodeVerifier: verifier,
					idTokenExpected: true,
				});
				const claims = tokens.claims();
				if (!claims || tokens.id_token === undefined) throw new Error('no identity came back');
				if (!isStrongEnough(claims.acr, config.acrValues)) throw new Error('too weak an authentication');
				return { issuer: claims.iss, subject: claims.sub, idToken: tokens.id_token };
			} catch (error) {
				logger.warn({ code: codeOf(error) }, 'a sign-in was refused');
				throw new ProblemError('login_refused');
			}
		},
		endOf: async (idToken) => {
			const client = await provider();
			if (client.serverMetadata().end_session_endpoint === undefined) return null;
			return buildEndSessionUrl(client, {
				id_token_hint: idToken,
				post_logout_redirect_uri: config.afterLogout,
				state: randomState(),
			}).href;
		},
	};
};
