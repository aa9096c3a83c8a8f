import type { PublicRegistry } from '@vigie/schemas/public-registry';
import { codesOf, entryOf, ownerOf, TAXONOMY_VERSION } from '@vigie/schemas/taxonomy';
import type { FastifyInstance } from 'fastify';
import { etagOf, JSON_TYPE, sendAnswer } from '../answer.js';

const publicRegistry = (): PublicRegistry => ({
	taxonomy: TAXONOMY_VERSION,
	bodies: codesOf('bodies').map((code) => {
		const { fr, en } = entryOf('bodies', code);
		const platforms = codesOf('platforms').filter((platform) => ownerOf(platform) === code);
		return { code, fr, en, platforms };
	}),
});

/** registryRoute serves what everyone may know of the registry: the bodies, and which of them answers for each platform. Never a structure. */
export const registryRoute = async (server: FastifyInstance): Promise<void> => {
	const body = JSON.stringify(publicRegistry());
	const etag = etagOf(body);
	server.get('/v1/registry', { config: { action: 'public:read' } }, (request, reply) =>
		sendAnswer(request, reply, {
			etag,
			cacheControl: 'public, no-cache',
			contentType: JSON_TYPE,
			body: () => body,
		}),
	);
};
