import { AuditFilter } from '@vigie/schemas/accounts/administration';
import type { FastifyInstance } from 'fastify';
import type { ReadAudit } from '../../published/audit-entries.js';

export interface AuditRouteOptions {
	readonly readAudit: ReadAudit;
}

/** auditRoute lets an administrator search who did what. Nothing in it can be changed, from here or from anywhere. */
export const auditRoute = async (
	server: FastifyInstance,
	{ readAudit }: AuditRouteOptions,
): Promise<void> => {
	server.get('/v1/admin/audit', { config: { action: 'audit:read' } }, async (request, reply) =>
		reply.header('cache-control', 'no-store').send(await readAudit(AuditFilter.parse(request.query))),
	);
};
