import Provider, { type JWKS } from 'oidc-provider';
import { goodbyePage, leavingPage, troublePage } from './pages.js';
import { people } from './people.js';

export interface ProviderOptions {
	readonly issuer: string;
	readonly clientId: string;
	/** Where Vigie is: its two addresses are known here, and no other is gone back to. */
	readonly callback: string;
	readonly afterLogout: string;
	/** Keys that tokens are signed with. */
	readonly jwks: JWKS;
	readonly cookieKey: string;
}

/** createProvider makes the demonstration's identity provider: a real one, whose people are a list. It does not listen. */
export const createProvider = (options: ProviderOptions): Provider => {
	const provider = new Provider(options.issuer, {
		clients: [
			{
				client_id: options.clientId,
				token_endpoint_auth_method: 'none',
				redirect_uris: [options.callback],
				post_logout_redirect_uris: [options.afterLogout],
				response_types: ['code'],
				grant_types: ['authorization_code'],
			},
		],
		jwks: options.jwks,
		cookies: { keys: [options.cookieKey] },
		pkce: { required: () => true },
		scopes: ['openid'],
		claims: { openid: ['sub'] },
		features: {
			devInteractions: { enabled: false },
			rpInitiatedLogout: {
				enabled: true,
				logoutSource: (ctx, form) => {
					ctx.body = leavingPage(form);
				},
				postLogoutSuccessSource: (ctx) => {
					ctx.body = goodbyePage;
				},
			},
		},
		interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
		findAccount: (_ctx, id) =>
			people.some((person) => person.id === id)
				? { accountId: id, claims: async () => ({ sub: id }) }
				: undefined,
		// Nobody is asked to consent: it is one and the same deployment, and it hears a subject only.
		loadExistingGrant: async (ctx) => {
			const { client, session, provider: self } = ctx.oidc;
			if (!client || !session?.accountId) return undefined;
			const grant = new self.Grant({ clientId: client.clientId, accountId: session.accountId });
			grant.addOIDCScope('openid');
			await grant.save();
			return grant;
		},
		renderError: (ctx) => {
			ctx.type = 'html';
			ctx.body = troublePage;
		},
		ttl: {
			AccessToken: 60,
			AuthorizationCode: 60,
			IdToken: 300,
			Interaction: 600,
			Session: 3_600,
			Grant: 3_600,
		},
	});
	return provider;
};
