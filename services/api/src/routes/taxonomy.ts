import { TAXONOMY_VERSION, taxonomyDocument } from '@vigie/schemas/taxonomy';
import type { FastifyInstance } from 'fastify';
import { etagOf, JSON_TYPE, sendAnswer } from '../answer.js';

/** taxonomyRoute serves the lists of the taxonomy, with their version. */
export const taxonomyRoute = async (server: FastifyInstance): Promise<void> => {
	const body = JSON.stringify(taxonomyDocument(TAXONOMY_VERSION));
	const etag = etagOf(body);
	server.get('/v1/taxonomy', { config: { action: 'public:read' } }, (request, reply) =>
		sendAnswer(request, reply, {
			etag,
			cacheControl: 'public, no-cache',
			contentType: JSON_TYPE,
			body: () => body,
		}),
	);
};
