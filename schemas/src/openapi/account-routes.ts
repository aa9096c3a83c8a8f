import { CSRF_HEADER, sessionPaths } from '../accounts/session.js';
import type { JsonObject } from '../json-schema.js';
import type { Operation } from './operation.js';

const account: JsonObject = { id: 'a-0f3c9a7e51b24d6890aa12cd4be1f703', label: 'Cellule usagers, CNAF' };

const meExample: JsonObject = {
	world: 'demo',
	account,
	grants: [{ role: 'institution_answerer', body: 'CNAF' }],
	csrf: 'rEoqyF5dQGFcyLT-m6T4yP8c1cHn3Uq2yW3gS2cQv0w',
	expiresAt: '2026-11-10T21:15:00.000Z',
	canSignIn: true,
};
const strangerExample: JsonObject = {
	world: 'real',
	account: null,
	grants: [],
	csrf: null,
	expiresAt: null,
	canSignIn: true,
};

const inQuery = (name: string, description: string): JsonObject => ({
	name,
	in: 'query',
	description,
	schema: { type: 'string' },
});

/** csrfParameter is what a session sends with all that changes something; a machine client's key does not need it. */
const csrfParameter: JsonObject = {
	name: CSRF_HEADER,
	in: 'header',
	required: true,
	description: 'Le jeton `csrf` de /v1/me',
	schema: { type: 'string' },
};

const common = { tag: 'Comptes' } as const satisfies Partial<Operation>;

/** accountRoutes are how a person signs in and out, at the identity provider of the deployment. */
export const accountRoutes = {
	[sessionPaths.me]: {
		get: {
			...common,
			id: 'readMe',
			summary: 'Qui l’on est ici, et ce que l’on peut y faire',
			status: 200,
			answer: { contract: 'Me', examples: { connecté: meExample, inconnu: strangerExample } },
			problems: [],
		},
	},
	[sessionPaths.login]: {
		get: {
			...common,
			id: 'signIn',
			summary: 'Vers le fournisseur d’identité (OpenID Connect, code d’autorisation avec PKCE)',
			parameters: [
				inQuery('return', 'Le chemin où revenir, sur ce site'),
				inQuery('invitation', 'Une invitation : elle sert une fois'),
			],
			status: 302,
			problems: ['invalid_request'],
		},
	},
	[sessionPaths.callback]: {
		get: {
			...common,
			id: 'finishSignIn',
			summary: 'Retour du fournisseur d’identité : la session commence',
			parameters: [inQuery('code', 'Le code'), inQuery('state', 'L’état')],
			status: 302,
			problems: ['login_refused', 'invitation_unusable'],
			refusedByPage: true,
		},
	},
	[sessionPaths.own]: {
		get: {
			...common,
			id: 'listOwnSessions',
			summary: 'Où l’on est connecté, d’après son propre compte',
			security: ['session'],
			status: 200,
			answer: {
				contract: 'OwnSessions',
				examples: {
					exemple: {
						sessions: [
							{
								openedAt: '2026-11-10T13:15:00.000Z',
								seenAt: '2026-11-10T14:02:00.000Z',
								current: true,
							},
						],
					},
				},
			},
			problems: ['missing_credentials', 'invalid_credentials', 'expired_credentials', 'forbidden'],
		},
	},
	[sessionPaths.endOthers]: {
		post: {
			...common,
			id: 'endOtherSessions',
			summary: 'Les autres sessions de son compte sont finies',
			security: ['session'],
			parameters: [csrfParameter],
			status: 200,
			answer: { contract: 'SessionsEnded', examples: { exemple: { ended: 1 } } },
			problems: [
				'missing_credentials',
				'invalid_credentials',
				'expired_credentials',
				'forbidden',
				'csrf_refused',
				'malformed_json',
				'unsupported_media_type',
				'body_too_large',
			],
		},
	},
	[sessionPaths.logout]: {
		post: {
			...common,
			id: 'signOut',
			summary: 'La session est finie ici ; l’adresse donnée la finit chez le fournisseur',
			security: ['session'],
			parameters: [csrfParameter],
			status: 200,
			answer: {
				contract: 'SignedOut',
				examples: { exemple: { location: 'https://identite.exemple/session/end' } },
			},
			problems: ['missing_credentials', 'csrf_refused'],
		},
	},
} as const satisfies Readonly<Record<string, Readonly<Record<string, Operation>>>>;
