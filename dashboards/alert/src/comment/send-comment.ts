import { isRecord, readJson } from '../answers.js';

const TIMEOUT_MS = 15_000;

/** CommentOutcome is what sending a comment came to; in all cases but the first it is kept nowhere but in the field. */
export type CommentOutcome =
	| { readonly kind: 'accepted' }
	/** The server saw personal data that the page had not. */
	| { readonly kind: 'refused'; readonly reasons: readonly string[] }
	/** No network, or no room: the person may try again. */
	| { readonly kind: 'notSent' };

const textsOf = (value: unknown): string[] =>
	Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];

const outcomeOf = (status: number, body: unknown): CommentOutcome => {
	if (status !== 202 || !isRecord(body)) return { kind: 'notSent' };
	if (body.comment === 'accepted') return { kind: 'accepted' };
	return body.comment === 'refused'
		? { kind: 'refused', reasons: textsOf(body.reasons) }
		: { kind: 'notSent' };
};

/** Comment is a few words, and what the alert was about when they were written: who reads them does not see the alert. */
export interface Comment {
	readonly event: string;
	readonly text: string;
	readonly platform?: string | undefined;
	readonly step?: string | undefined;
	readonly failureKind?: string | undefined;
}

/** sendComment sends a few words about an alert, apart from it. They are never put in the outbox: free text is not stored on a device. */
export const sendComment = async (
	fetching: typeof fetch,
	token: string,
	comment: Comment,
): Promise<CommentOutcome> => {
	try {
		const response = await fetching('/v1/comments', {
			method: 'POST',
			headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
			body: JSON.stringify(comment),
			redirect: 'error',
			credentials: 'omit',
			signal: AbortSignal.timeout(TIMEOUT_MS),
		});
		return outcomeOf(response.status, await readJson(response));
	} catch {
		return { kind: 'notSent' };
	}
};
