import { isRecord, problemCodeOf, readJson } from '../answers.js';
import { type Device, deviceOf } from '../device.js';

const TIMEOUT_MS = 15_000;

/** Offer is what a link opens: a structure and its département. */
export interface Offer {
	readonly structure: string;
	readonly departement: string;
}

/** Refusal says in one word why a link did not open. */
export type Refusal = 'unknown' | 'expired' | 'revoked' | 'busy' | 'unreachable' | 'refused';

/** Answer is what a request came to, with the server's code when it gave one. */
export type Answer<T> =
	| { readonly ok: true; readonly value: T }
	| { readonly ok: false; readonly reason: Refusal; readonly code: string };

/** Choice is what a person settles on arrival. */
export interface Choice {
	readonly link: string;
	readonly roleFamily: string;
	readonly departement: string;
	readonly charter: string;
}

const refusalOf = (status: number, code: string | null): Refusal => {
	if (code === 'link_unknown' || status === 404) return 'unknown';
	if (code === 'link_expired') return 'expired';
	if (code === 'link_revoked' || status === 410) return 'revoked';
	if (status === 429 || status >= 500) return 'busy';
	return 'refused';
};

const post = async <T>(
	send: typeof fetch,
	path: string,
	body: object,
	read: (body: Record<string, unknown> | null) => T | null,
): Promise<Answer<T>> => {
	try {
		const response = await send(path, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
			credentials: 'omit',
			redirect: 'error',
			signal: AbortSignal.timeout(TIMEOUT_MS),
		});
		const answer = await readJson(response);
		if (!response.ok) {
			const code = problemCodeOf(answer);
			return { ok: false, reason: refusalOf(response.status, code), code: code ?? `http_${response.status}` };
		}
		const value = read(answer);
		return value === null ? { ok: false, reason: 'unreachable', code: 'unreadable' } : { ok: true, value };
	} catch {
		return { ok: false, reason: 'unreachable', code: 'network' };
	}
};

const offerOf = (body: Record<string, unknown> | null): Offer | null =>
	isRecord(body) && typeof body.structure === 'string' && typeof body.departement === 'string'
		? { structure: body.structure, departement: body.departement }
		: null;

/** askOffer asks what a link opens, before anything is accepted. */
export const askOffer = (send: typeof fetch, link: string): Promise<Answer<Offer>> =>
	post(send, '/v1/enrolment', { link }, offerOf);

/** enrol accepts the charter and makes this browser a device. */
export const enrol = (send: typeof fetch, choice: Choice): Promise<Answer<Device>> =>
	post(send, '/v1/devices', choice, deviceOf);
