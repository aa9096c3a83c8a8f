import { sendProblem } from '@vigie/kit/problem-plugin';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { chooseEncoding } from '../choose-encoding.js';
import { notFoundPage } from '../not-found-page.js';
import type { StaticFile, StaticFiles } from '../static-files.js';

export interface PagesOptions {
	readonly files: StaticFiles;
	readonly policy: string;
}

const pathOf = (url: string): string => url.split('?', 1)[0] ?? '';

const isKnown = (header: string | undefined, etag: string): boolean =>
	(header ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);

const sendFile = async (file: StaticFile, policy: string, request: FastifyRequest, reply: FastifyReply) => {
	const { encoding, body } = await file.bytes(chooseEncoding(request.headers['accept-encoding']));
	const etag = `"${file.hash}${encoding === 'identity' ? '' : `-${encoding}`}"`;
	reply.headers({ etag, 'cache-control': file.cacheControl, vary: 'accept-encoding' });
	if (file.isPage) reply.header('content-security-policy', policy);
	if (isKnown(request.headers['if-none-match'], etag)) return reply.code(304).send();
	if (encoding !== 'identity') reply.header('content-encoding', encoding);
	return reply.type(file.contentType).send(body);
};

/** pagesRoute serves the built files, sends `/alerte` to `/alerte/`, and answers a page to whoever reads HTML where nothing is. */
export const pagesRoute = async (server: FastifyInstance, { files, policy }: PagesOptions): Promise<void> => {
	server.get('/*', { config: { action: 'public:read' } }, async (request, reply) => {
		const path = pathOf(request.url);
		const file = files.get(path);
		if (file) return sendFile(file, policy, request, reply);
		if (files.has(`${path}/`)) return reply.redirect(`${path}/`, 308);
		if (!request.headers.accept?.includes('text/html')) return sendProblem(reply, 'not_found');
		return reply
			.code(404)
			.header('content-security-policy', policy)
			.type('text/html; charset=utf-8')
			.send(notFoundPage);
	});
};
