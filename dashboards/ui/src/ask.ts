import type { z } from 'zod';
import { type Answer, fetchJson } from './fetch-json.js';
import { changing } from './session.js';

/** read asks for something that this account may see. */
export const read = <Schema extends z.ZodType>(
	path: string,
	schema: Schema,
): Promise<Answer<z.infer<Schema>>> =>
	fetchJson(path, schema, { credentials: 'same-origin', cache: 'no-store' });

/** Order is something to be changed: where, how, and with what. */
export interface Order<Schema extends z.ZodType> {
	readonly method: 'POST' | 'DELETE';
	readonly path: string;
	readonly answer: Schema;
	readonly body?: object;
}

/** change asks that something be done, with the token of the session. */
export const change = <Schema extends z.ZodType>(
	{ method, path, answer, body = {} }: Order<Schema>,
	csrf: string | null,
): Promise<Answer<z.infer<Schema>>> =>
	fetchJson(path, answer, {
		method,
		credentials: 'same-origin',
		cache: 'no-store',
		headers: changing(csrf),
		body: JSON.stringify(body),
	});
