import { accountIdOf } from '@vigie/kit/access/account-id';
import { newSecret } from '@vigie/kit/access/secrets';
import { ProblemError, problemCodeOf } from '@vigie/kit/problem-plugin';
import { sessionPaths } from '@vigie/schemas/accounts/session';
import { problems } from '@vigie/schemas/problem';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { type AccountsOptions, noteUse, useInvitation } from '../../accounts/accounts.js';
import { noteRefusedSignIns } from '../../accounts/note-refused-sign-ins.js';
import type { IdentityProvider } from '../../identity/provider.js';
import { refusedPage } from './refused-page.js';

export interface CallbackOptions extends AccountsOptions {
	readonly identity: IdentityProvider | null;
	readonly logger: Logger;
}

const PENDING_MS = 10 * 60_000;

/** signIn judges what came back, and begins a session of a new name: one that somebody else knew beforehand is worth nothing. Gives where to go. */
const signIn = async (request: FastifyRequest, options: CallbackOptions): Promise<string> => {
	const { identity, clock, audit } = options;
	const { pending } = request.session;
	if (!pending) throw new ProblemError('login_refused');
	// Used once, whatever comes of it; a session that stands is not ended by what another page makes a browser ask.
	request.session.pending = undefined;
	await request.session.save();
	const isLate = clock.now().getTime() - Date.parse(pending.at) >= PENDING_MS;
	if (identity === null || isLate) throw new ProblemError('login_refused');
	const at = request.url.indexOf('?');
	const person = await identity.finish(at < 0 ? '' : request.url.slice(at), pending);
	const account = accountIdOf(person.issuer, person.subject);
	if (pending.invitation !== null) await useInvitation(options, account, pending.invitation);
	await audit.write({ actor: { kind: 'account', account }, action: 'session.opened' });
	await noteUse(options, account);
	const now = clock.now().toISOString();
	await request.session.regenerate();
	request.session.signedIn = {
		account,
		openedAt: now,
		seenAt: now,
		csrf: newSecret(),
		idToken: person.idToken,
	};
	await request.session.save();
	return pending.return;
};

const refuse = (reply: FastifyReply, error: unknown): FastifyReply => {
	const code = problemCodeOf(error);
	if (code === 'internal') throw error;
	return reply
		.code(problems[code].status)
		.type('text/html; charset=utf-8')
		.send(refusedPage(problems[code].title));
};

/** callbackRoute is where the identity provider sends browsers back. A person reads the answer: a refusal is a page. */
export const callbackRoute = async (server: FastifyInstance, options: CallbackOptions): Promise<void> => {
	const note = noteRefusedSignIns(options.audit, options.logger);
	server.get(sessionPaths.callback, { config: { action: 'session:use' } }, async (request, reply) => {
		reply.header('cache-control', 'no-store');
		// Where none was begun nobody tried to sign in: a link of elsewhere, or an old one.
		const wasBegun = request.session.pending !== undefined;
		try {
			return reply.redirect(await signIn(request, options), 302);
		} catch (error) {
			const code = problemCodeOf(error);
			if (wasBegun) note(code);
			return refuse(reply, error);
		}
	});
};
