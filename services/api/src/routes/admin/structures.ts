import { type AuditLog, actorOf } from '@vigie/kit/access/audit-log';
import { hashOf, newId, newSecret } from '@vigie/kit/access/secrets';
import { ProblemError } from '@vigie/kit/problem-plugin';
import type { RegistryView } from '@vigie/kit/registry-view';
import { Identifier, type LinkIssued, LinkOrder, StructureDraft } from '@vigie/schemas/administration';
import type { Clock } from '@vigie/schemas/clock';
import type { RecordOf } from '@vigie/schemas/registry';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { RegistryWriter } from '../../registry/writer.js';
import { requireCode } from '../../taxonomy-codes.js';

export interface AdminOptions {
	readonly registry: Pick<RegistryView, 'find' | 'all'>;
	readonly writer: RegistryWriter;
	readonly clock: Clock;
	readonly audit: AuditLog;
	/** Address of the front door, where enrolment links begin. */
	readonly publicUrl: string;
	readonly world: 'demo' | 'real';
}

const DAY_MS = 24 * 60 * 60_000;
const Params = z.object({ id: Identifier });
const writing = { config: { action: 'administration:write' } } as const;

/** expiryOf gives the instant so many days from now. */
export const expiryOf = (clock: Clock, days: number): string =>
	new Date(clock.now().getTime() + days * DAY_MS).toISOString();

/** requireStructure gives a structure, active or not, or throws the problem. */
const requireStructure = (registry: Pick<RegistryView, 'find'>, id: string): RecordOf<'structure'> => {
	const structure = registry.find('structure', id);
	if (!structure) throw new ProblemError('not_found');
	return structure;
};

/** requireActive gives a structure in whose name something may be done, or throws the problem. */
export const requireActive = (registry: Pick<RegistryView, 'find'>, id: string): RecordOf<'structure'> => {
	const structure = requireStructure(registry, id);
	if (!structure.active) throw new ProblemError('structure_inactive');
	return structure;
};

/** structuresRoute administers structures, their enrolment links, and the revocation of all their devices. */
export const structuresRoute = async (
	server: FastifyInstance,
	{ registry, writer, clock, audit, publicUrl }: AdminOptions,
): Promise<void> => {
	server.post('/admin/structures', writing, async (request, reply) => {
		const draft = StructureDraft.parse(request.body);
		requireCode('structureFamilies', draft.family, 'family');
		requireCode('departements', draft.departement, 'departement');
		if (draft.body !== null) requireCode('bodies', draft.body, 'body');
		await audit.write({
			actor: actorOf(request.subject),
			action: 'structure.written',
			target: draft.id,
			body: draft.body,
		});
		await writer.change(() => {
			// Devices that were revoked stay so, whatever else changes.
			const epoch = registry.find('structure', draft.id)?.epoch ?? 0;
			return [{ type: 'structure', ...draft, epoch }];
		});
		return reply.code(201).send(registry.find('structure', draft.id));
	});

	server.post('/admin/structures/:id/links', writing, async (request, reply) => {
		const params = Params.parse(request.params);
		const expiresAt = expiryOf(clock, LinkOrder.parse(request.body ?? {}).expiresInDays);
		const [id, secret] = [newId(), newSecret()];
		requireActive(registry, params.id);
		await audit.write({ actor: actorOf(request.subject), action: 'link.created', target: id });
		await writer.change(() => {
			// As the registry stands when its turn comes: the structure may have been closed meanwhile.
			const structure = requireActive(registry, params.id).id;
			return [{ type: 'link', id, structure, secretHash: hashOf(secret), expiresAt, revoked: false }];
		});
		// In the fragment, which no browser sends: the secret is in no log.
		const url = new URL(`/alerte/#lien=${id}.${secret}`, publicUrl).href;
		return reply.code(201).send({ id, url, expiresAt } satisfies LinkIssued);
	});

	server.post('/admin/structures/:id/revoke-devices', writing, async (request, reply) => {
		const { id } = Params.parse(request.params);
		requireStructure(registry, id);
		await audit.write({
			actor: actorOf(request.subject),
			action: 'structure.devices-revoked',
			target: id,
		});
		await writer.change(() => {
			const structure = requireStructure(registry, id);
			return [{ ...structure, epoch: structure.epoch + 1 }];
		});
		return reply.send(registry.find('structure', id));
	});
};
