import { isRecord, readJson } from '../answers.js';

const TIMEOUT_MS = 15_000;

/** ProposalOutcome is what sending a proposal came to. */
export type ProposalOutcome =
	| { readonly kind: 'kept' | 'answered'; readonly id: string }
	| { readonly kind: 'known'; readonly platform: string }
	/** What is wrong with it, as a code. */
	| { readonly kind: 'refused'; readonly fault: string }
	/** No network, no room, or too many today: the person may try again. */
	| { readonly kind: 'notSent' };

const notSent: ProposalOutcome = { kind: 'notSent' };

const faultOf = (body: Record<string, unknown> | null): string | null => {
	const [first] = Array.isArray(body?.errors) ? body.errors : [];
	return isRecord(first) && typeof first.code === 'string' ? first.code : null;
};

const outcomeOf = (status: number, body: Record<string, unknown> | null): ProposalOutcome => {
	if (status === 429) return { kind: 'refused', fault: 'too_many' };
	const fault = status === 422 ? faultOf(body) : null;
	if (fault !== null) return { kind: 'refused', fault };
	if (status !== 202 || body === null) return notSent;
	const { proposal, id, platform } = body;
	if (proposal === 'known' && typeof platform === 'string') return { kind: 'known', platform };
	if ((proposal === 'kept' || proposal === 'answered') && typeof id === 'string')
		return { kind: proposal, id };
	return notSent;
};

/** sendProposal sends the name of a host, and whose it is. */
export const sendProposal = async (
	fetching: typeof fetch,
	token: string,
	proposal: { readonly host: string; readonly body?: string },
): Promise<ProposalOutcome> => {
	try {
		const response = await fetching('/v1/proposals', {
			method: 'POST',
			headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
			body: JSON.stringify(proposal),
			redirect: 'error',
			credentials: 'omit',
			signal: AbortSignal.timeout(TIMEOUT_MS),
		});
		return outcomeOf(response.status, await readJson(response));
	} catch {
		return notSent;
	}
};
