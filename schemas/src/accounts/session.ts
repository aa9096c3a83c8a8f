import { z } from 'zod';
import { AccountId, Grant } from './grant.js';

/** SESSION_COOKIE is the cookie of a session: bound to this host and path, over a secure channel, out of reach of scripts. */
export const SESSION_COOKIE = '__Host-vigie';

/** CSRF_HEADER carries `csrf` of GET /v1/me with every request of a session that changes something (any method but GET and HEAD). */
export const CSRF_HEADER = 'x-csrf-token';

/** sessionPaths are where a session begins and ends. `login` takes `?return=` (a path here) and `?invitation=`. */
export const sessionPaths = {
	login: '/v1/session/login',
	callback: '/v1/session/callback',
	logout: '/v1/session/logout',
	own: '/v1/session/own',
	endOthers: '/v1/session/end-others',
	me: '/v1/me',
} as const;

/** Me is the answer of `GET /v1/me`: 200 to everyone; `account` is null to who has not signed in. */
export const Me = z.strictObject({
	world: z.enum(['demo', 'real']),
	account: z.strictObject({ id: AccountId, label: z.string().nullable() }).nullable(),
	/** What an administrator granted; empty for an account that nobody has let in yet. */
	grants: z.array(Grant),
	/** To be sent back as x-csrf-token. */
	csrf: z.string().nullable(),
	/** The latest moment at which the session ends, however much it is used. */
	expiresAt: z.iso.datetime().nullable(),
	/** Whether anybody can sign in: no identity provider is configured otherwise. */
	canSignIn: z.boolean(),
});
export type Me = z.infer<typeof Me>;

/** SignedOut is the answer of `POST /v1/session/logout`: where the browser goes to end the session at the provider too. */
export const SignedOut = z.strictObject({ location: z.string() });
export type SignedOut = z.infer<typeof SignedOut>;

/** OwnSessions is the answer of `GET /v1/session/own`: where one is signed in, the one used last first. Nothing tells from which device or place. */
export const OwnSessions = z.strictObject({
	sessions: z.array(
		z.strictObject({ openedAt: z.iso.datetime(), seenAt: z.iso.datetime(), current: z.boolean() }),
	),
});
export type OwnSessions = z.infer<typeof OwnSessions>;

/** SessionsEnded is the answer of `POST /v1/session/end-others`. */
export const SessionsEnded = z.strictObject({ ended: z.int() });
export type SessionsEnded = z.infer<typeof SessionsEnded>;

/** LoginQuery is the query of the way in. */
export const LoginQuery = z.strictObject({
	return: z.string().max(500).optional(),
	invitation: z.string().max(200).optional(),
});

const HERE = 'http://here.invalid';

/**
 * safeReturn gives the path to come back to after signing in: one on this host, else the home page. What a browser would read as
 * another host (`//x`, `/\x`, control characters) is not, even once its dots are resolved.
 */
export const safeReturn = (wanted: string | undefined): string => {
	if (wanted === undefined || !/^\/[\w\-./?=&%,:;@!$'()*+~#]*$/.test(wanted)) return '/';
	const url = new URL(wanted, HERE);
	const path = `${url.pathname}${url.search}${url.hash}`;
	return url.origin === HERE && !path.startsWith('//') ? path : '/';
};
