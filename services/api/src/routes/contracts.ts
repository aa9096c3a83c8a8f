import { asyncApiDocument } from '@vigie/schemas/asyncapi';
import { openApiDocument } from '@vigie/schemas/openapi';
import type { FastifyInstance } from 'fastify';
import { etagOf, JSON_TYPE, sendAnswer } from '../answer.js';

export interface ContractsOptions {
	/** Address of the front door: the server that the OpenAPI document names. */
	readonly publicUrl: string;
}

/** contractsRoute serves the two documents that are generated from the contracts. */
export const contractsRoute = async (
	server: FastifyInstance,
	{ publicUrl }: ContractsOptions,
): Promise<void> => {
	const documents = { '/openapi.json': openApiDocument(publicUrl), '/asyncapi.json': asyncApiDocument() };
	for (const [url, document] of Object.entries(documents)) {
		const body = JSON.stringify(document);
		const etag = etagOf(body);
		server.get(url, { config: { action: 'public:read' } }, (request, reply) =>
			sendAnswer(request, reply, {
				etag,
				cacheControl: 'public, no-cache',
				contentType: JSON_TYPE,
				body: () => body,
			}),
		);
	}
};
