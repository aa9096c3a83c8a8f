import type { Event } from '@vigie/schemas/events';
import { problemCodeOf, readJson } from '../answers.js';
import { retryAfterMs } from './retry-policy.js';

const TIMEOUT_MS = 15_000;

/** SendOutcome is what one attempt came to; the outbox decides what follows. */
export type SendOutcome =
	| { readonly kind: 'accepted' }
	/** The server will never take this revision: told to the person, not tried again. */
	| { readonly kind: 'refused'; readonly code: string }
	/** The device is not (or no longer) known: nothing leaves before it has a new token. */
	| { readonly kind: 'unauthorised'; readonly code: string }
	/** 429 or 503: everything waits, as long as the server asks. */
	| { readonly kind: 'postponed'; readonly waitMs: number | null }
	/** No answer, or the answer of something else than Vigie (a hotel's portal): everything waits. */
	| { readonly kind: 'unreachable' }
	/** An unexpected status: this declaration waits, others go on. */
	| { readonly kind: 'failed' };

/** SendPorts are the seams of sendEvent: the network, the token and the time. */
export interface SendPorts {
	readonly fetch: typeof fetch;
	readonly token: () => string | null;
	readonly now: () => number;
}

const isReceiptOf = (event: Event, body: Record<string, unknown> | null): boolean =>
	body?.id === event.id && body.revision === event.revision;

const judge = async (event: Event, response: Response, now: number): Promise<SendOutcome> => {
	const body = await readJson(response);
	switch (response.status) {
		case 202:
			return isReceiptOf(event, body) ? { kind: 'accepted' } : { kind: 'unreachable' };
		case 401:
		case 403:
			return { kind: 'unauthorised', code: problemCodeOf(body) ?? 'invalid_credentials' };
		case 400:
		case 409:
		case 413:
		case 415:
		case 422:
			return { kind: 'refused', code: problemCodeOf(body) ?? `http_${response.status}` };
		case 429:
		case 503:
			return { kind: 'postponed', waitMs: retryAfterMs(response.headers.get('retry-after'), now) };
		default:
			return { kind: response.ok ? 'unreachable' : 'failed' };
	}
};

/** sendEvent posts one revision to the front door. Only a 202 that repeats its id and revision counts as accepted. */
export const sendEvent =
	(ports: SendPorts) =>
	async (event: Event): Promise<SendOutcome> => {
		const token = ports.token();
		if (token === null) return { kind: 'unauthorised', code: 'missing_credentials' };
		try {
			const response = await ports.fetch('/v1/events', {
				method: 'POST',
				headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
				body: JSON.stringify(event),
				// The page may be closed right after the tap: the alert leaves all the same.
				keepalive: true,
				redirect: 'error',
				credentials: 'omit',
				signal: AbortSignal.timeout(TIMEOUT_MS),
			});
			return await judge(event, response, ports.now());
		} catch {
			return { kind: 'unreachable' };
		}
	};
