import { CSRF_HEADER } from '@vigie/schemas/accounts/session';
import type { Subject } from '@vigie/schemas/accounts/subject';
import type { Clock } from '@vigie/schemas/clock';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../problem-plugin.js';
import type { RegistryView } from '../registry-view.js';
import { isSame } from './secrets.js';
import type { SignedIn } from './session-data.js';
import type { SubjectReader } from './subject-reader.js';

/** Timeouts end a session that is not used, and one that is, however much. */
export interface Timeouts {
	readonly idleMs: number;
	readonly absoluteMs: number;
}

/** timeoutsOf reads them from a service's configuration. */
export const timeoutsOf = (config: {
	readonly VIGIE_SESSION_IDLE_MS: number;
	readonly VIGIE_SESSION_ABSOLUTE_MS: number;
}): Timeouts => ({ idleMs: config.VIGIE_SESSION_IDLE_MS, absoluteMs: config.VIGIE_SESSION_ABSOLUTE_MS });

export interface SessionReaderOptions {
	readonly registry: Pick<RegistryView, 'find'>;
	readonly clock: Clock;
	readonly timeouts: Timeouts;
	/** Address of the front door: no other page may make a browser ask. */
	readonly publicUrl: string;
}

const MINUTE_MS = 60_000;
const readingMethods = ['GET', 'HEAD'];

const hasExpired = (
	{ openedAt, seenAt }: SignedIn,
	nowMs: number,
	{ idleMs, absoluteMs }: Timeouts,
): boolean => nowMs - Date.parse(openedAt) >= absoluteMs || nowMs - Date.parse(seenAt) >= idleMs;

/** currentSession gives who is signed in, null when nobody is; a session that is over is ended, and `expired` told. */
export const currentSession = async (
	request: FastifyRequest,
	{ clock, timeouts }: Pick<SessionReaderOptions, 'clock' | 'timeouts'>,
): Promise<SignedIn | 'expired' | null> => {
	// Where the scope has no sessions there is none.
	const session: FastifyRequest['session'] | undefined = request.session;
	const signedIn = session?.signedIn;
	if (!signedIn) return null;
	const now = clock.now();
	if (hasExpired(signedIn, now.getTime(), timeouts)) {
		await session.destroy();
		return 'expired';
	}
	if (now.getTime() - Date.parse(signedIn.seenAt) >= MINUTE_MS) {
		session.signedIn = { ...signedIn, seenAt: now.toISOString() };
		await session.save();
	}
	return signedIn;
};

/** A page of ours says so twice: by the token that only it could read, and by the browser's own word where it gives one. */
const refuseForeign = ({ headers }: FastifyRequest, csrf: string, publicUrl: string): void => {
	const token = headers[CSRF_HEADER];
	const site = headers['sec-fetch-site'];
	const origin = headers.origin;
	const isOurs =
		typeof token === 'string' &&
		isSame(token, csrf) &&
		(site === undefined || site === 'same-origin') &&
		(origin === undefined || origin === new URL(publicUrl).origin);
	if (!isOurs) throw new ProblemError('csrf_refused');
};

/** sessionReader reads who signed in, with the grants of the registry at this moment. What changes something needs the session's token. */
export const sessionReader =
	(options: SessionReaderOptions): SubjectReader =>
	async (request): Promise<Subject | null> => {
		// A key or a token was chosen: the session, if any, stays out of it.
		if (request.headers.authorization !== undefined) return null;
		const signedIn = await currentSession(request, options);
		if (signedIn === null) return null;
		if (signedIn === 'expired') throw new ProblemError('expired_credentials');
		if (!readingMethods.includes(request.method)) refuseForeign(request, signedIn.csrf, options.publicUrl);
		const account = options.registry.find('account', signedIn.account);
		return {
			kind: 'account',
			account: signedIn.account,
			grants: account && !account.closed ? account.grants : [],
		};
	};
