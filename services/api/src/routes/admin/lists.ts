import type { ApiKeyList, LinkList, StructureList } from '@vigie/schemas/administration';
import type { FastifyInstance } from 'fastify';
import type { AdminOptions } from './structures.js';

const reading = { config: { action: 'administration:read' } } as const;

/** listsRoute lists structures, links and keys, without anything of a secret. */
export const listsRoute = async (server: FastifyInstance, { registry }: AdminOptions): Promise<void> => {
	server.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'));

	server.get('/admin/structures', reading, async () => {
		const structures = registry
			.all('structure')
			.map(({ type: _type, ...structure }) => structure)
			.sort((left, right) => left.label.localeCompare(right.label, 'fr'));
		return { structures } satisfies StructureList;
	});

	server.get('/admin/links', reading, async () => {
		const links = registry.all('link').map(({ type: _type, secretHash: _secretHash, ...link }) => link);
		return { links } satisfies LinkList;
	});

	server.get('/admin/api-keys', reading, async () => {
		const keys = registry.all('api-key').map(({ type: _type, secretHash: _secretHash, ...key }) => key);
		return { keys } satisfies ApiKeyList;
	});
};
