import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** etagOf makes a strong ETag from what decides a body. */
export const etagOf = (...parts: readonly string[]): string =>
	`"${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)}"`;

/** holds tells whether an If-None-Match header names the tag (weak comparison, as RFC 9110 says for GET). */
const holds = (header: string | undefined, etag: string): boolean =>
	(header ?? '').split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')));

export interface Answer {
	readonly etag: string;
	readonly cacheControl: string;
	readonly contentType: string;
	/** Name of the file, for a download. */
	readonly download?: string;
	/** Made only when the caller does not hold it already. */
	body(): Promise<string | Buffer> | string;
}

/** JSON_TYPE, CSV_TYPE and PARQUET_TYPE are the types of the bodies that the api makes. */
export const JSON_TYPE = 'application/json; charset=utf-8';
export const CSV_TYPE = 'text/csv; charset=utf-8; header=present';
export const PARQUET_TYPE = 'application/vnd.apache.parquet';

/** sendAnswer answers with the body and its ETag, or 304 to a caller that holds it. */
export const sendAnswer = async (
	request: FastifyRequest,
	reply: FastifyReply,
	answer: Answer,
): Promise<FastifyReply> => {
	reply.headers({ etag: answer.etag, 'cache-control': answer.cacheControl });
	if (holds(request.headers['if-none-match'], answer.etag)) return reply.code(304).send();
	if (answer.download !== undefined)
		reply.header('content-disposition', `attachment; filename="${answer.download}"`);
	return reply.type(answer.contentType).send(await answer.body());
};
