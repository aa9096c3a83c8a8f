import './without-eval.js';
import { Problem } from '@vigie/schemas/problem';
import type { z } from 'zod';

/** Failure says why nothing could be read: `offline` (no answer), `refused` (4xx), `broken` (5xx, or an answer of another shape). */
export interface Failure {
	readonly ok: false;
	readonly reason: 'offline' | 'refused' | 'broken';
	/** HTTP status, 0 without an answer. */
	readonly status: number;
	/** Stable code of the problem document, where there is one. */
	readonly code: string | null;
}

/** Answer is a value of the contract, or a failure; reading never throws. */
export type Answer<Value> = { readonly ok: true; readonly value: Value } | Failure;

/** mapAnswer turns the value of an answer into another, and leaves a failure as it is. */
export const mapAnswer = <From, To>(answer: Answer<From>, to: (value: From) => To): Answer<To> =>
	answer.ok ? { ok: true, value: to(answer.value) } : answer;

const failureOf = async (response: Response): Promise<Failure> => {
	const body: unknown = await response.json().catch(() => null);
	const problem = Problem.safeParse(body);
	const reason = response.status >= 500 ? 'broken' : 'refused';
	return { ok: false, reason, status: response.status, code: problem.success ? problem.data.code : null };
};

/**
 * fetchJson asks a path of this origin and validates the answer with its contract. Conditional requests are the browser's
 * own: with `no-cache` it sends the ETag it holds and reuses the body after a 304.
 */
export const fetchJson = async <Schema extends z.ZodType>(
	path: string,
	schema: Schema,
	init: RequestInit = {},
): Promise<Answer<z.infer<Schema>>> => {
	let response: Response;
	try {
		response = await fetch(path, { cache: 'no-cache', credentials: 'omit', ...init });
	} catch {
		return { ok: false, reason: 'offline', status: 0, code: null };
	}
	if (!response.ok) return failureOf(response);
	const body: unknown = await response.json().catch(() => null);
	const parsed = schema.safeParse(body);
	if (parsed.success) return { ok: true, value: parsed.data };
	return { ok: false, reason: 'broken', status: response.status, code: 'unexpected_answer' };
};
