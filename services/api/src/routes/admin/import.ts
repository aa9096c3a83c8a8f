import { actorOf } from '@vigie/kit/access/audit-log';
import { ProblemError } from '@vigie/kit/problem-plugin';
import { RegistryRecord } from '@vigie/schemas/registry';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { AdminOptions } from './structures.js';

const BODY_LIMIT = 10_000_000;
const Records = z.array(RegistryRecord).min(1).max(20_000);

/** keepRevoked keeps what is revoked so, whatever an import brings: a demonstration imports its network again at each start. */
const keepRevoked = (registry: AdminOptions['registry'], record: RegistryRecord): RegistryRecord => {
	switch (record.type) {
		case 'structure':
			return { ...record, epoch: Math.max(record.epoch, registry.find('structure', record.id)?.epoch ?? 0) };
		case 'link':
		case 'api-key':
			return {
				...record,
				revoked: record.revoked || registry.find(record.type, record.id)?.revoked === true,
			};
		default:
			return record;
	}
};

/** importRoute writes records as they are, but for what is revoked: how a demonstration makes its network. A real world does not have it. */
export const importRoute = async (
	server: FastifyInstance,
	{ registry, writer, audit, world }: AdminOptions,
): Promise<void> => {
	server.post(
		'/admin/registry/import',
		{ bodyLimit: BODY_LIMIT, config: { action: 'operation:run' } },
		async (request, reply) => {
			if (world !== 'demo') throw new ProblemError('not_found');
			const records = Records.parse(request.body);
			// Which world this is was written once, by the deploy step.
			if (records.some(({ type }) => type === 'world')) throw new ProblemError('invalid_request');
			await audit.write({ actor: actorOf(request.subject), action: 'registry.imported' });
			await writer.change(() => records.map((record) => keepRevoked(registry, record)));
			return reply.code(201).send({ written: records.length });
		},
	);
};
