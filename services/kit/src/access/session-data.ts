// Adds `session` to the type of a request.
import '@fastify/session';
import { AccountId } from '@vigie/schemas/accounts/grant';
import { z } from 'zod';

const Instant = z.iso.datetime();

/** SignedIn is what a session knows of who signed in. */
export const SignedIn = z.strictObject({
	account: AccountId,
	openedAt: Instant,
	/** A late use, to the minute. */
	seenAt: Instant,
	csrf: z.string(),
	/** For the provider, to end its own session; it holds no name and no address, for none was asked. */
	idToken: z.string(),
});
export type SignedIn = z.infer<typeof SignedIn>;

/** Pending is a sign-in under way, known to the browser that began it and to nobody else. */
export const Pending = z.strictObject({
	state: z.string(),
	nonce: z.string(),
	verifier: z.string(),
	return: z.string(),
	invitation: z.string().nullable(),
	at: Instant,
});
export type Pending = z.infer<typeof Pending>;

/** StoredSession is what Redis holds of a session. */
export const StoredSession = z.strictObject({
	cookie: z.looseObject({ originalMaxAge: z.number().nullable() }),
	signedIn: SignedIn.optional(),
	pending: Pending.optional(),
});
export type StoredSession = z.infer<typeof StoredSession>;

declare module 'fastify' {
	interface Session {
		signedIn?: SignedIn | undefined;
		pending?: Pending | undefined;
	}
}
