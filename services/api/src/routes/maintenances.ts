import { type AuditLog, actorOf } from '@vigie/kit/access/audit-log';
import { newId } from '@vigie/kit/access/secrets';
import { ProblemError } from '@vigie/kit/problem-plugin';
import type { RegistryView } from '@vigie/kit/registry-view';
import { Identifier } from '@vigie/schemas/administration';
import type { Clock } from '@vigie/schemas/clock';
import {
	judgeMaintenance,
	MaintenanceDraft,
	type MaintenanceEnded,
	type Maintenances,
} from '@vigie/schemas/maintenance';
import type { RecordOf } from '@vigie/schemas/registry';
import { codesOf } from '@vigie/schemas/taxonomy';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { standingMaintenances, toldOf } from '../maintenances/standing.js';
import type { RegistryWriter } from '../registry/writer.js';

export interface MaintenanceOptions {
	readonly registry: Pick<RegistryView, 'find' | 'all'>;
	readonly writer: RegistryWriter;
	readonly clock: Clock;
	readonly audit: AuditLog;
	readonly world: 'demo' | 'real';
}

const BodyParams = z.object({ body: z.string().max(64) });
const Params = z.object({ body: z.string(), id: Identifier });

/** A body that does not exist announces nothing. */
const bodyOf = ({ params }: FastifyRequest): string => {
	const { body } = BodyParams.parse(params);
	if (!codesOf('bodies').some((code) => code === body)) throw new ProblemError('not_found');
	return body;
};
const declaring = { config: { action: 'maintenance:declare', bodyOf } } as const;

const isSame = (
	record: RecordOf<'maintenance'>,
	{ platform, what, from, until }: MaintenanceDraft,
): boolean =>
	!record.cancelled &&
	record.platform === platform &&
	record.what === what &&
	Date.parse(record.from) === Date.parse(from) &&
	Date.parse(record.until) === Date.parse(until);

/** maintenancesRoute takes what a body announces of its platforms, a planned stop or a version put in service. */
export const maintenancesRoute = async (
	server: FastifyInstance,
	{ registry, writer, clock, audit }: MaintenanceOptions,
): Promise<void> => {
	server.post('/v1/bodies/:body/maintenances', declaring, async (request, reply) => {
		const body = bodyOf(request);
		const draft = MaintenanceDraft.parse(request.body);
		const errors = judgeMaintenance(draft, body, clock.now());
		if (errors.length > 0) throw new ProblemError('invalid_request', { errors });
		let id = newId();
		await audit.write({
			actor: actorOf(request.subject),
			action: 'maintenance.declared',
			target: id,
			body,
			detail: draft.what,
		});
		await writer.change(() => {
			// Sent again by a machine that did not hear the answer: it stands once.
			const known = registry.all('maintenance').find((record) => isSame(record, draft));
			id = known?.id ?? id;
			if (known) return [];
			const declaredAt = clock.now().toISOString();
			return [{ type: 'maintenance', id, body, ...draft, declaredAt, cancelled: false }];
		});
		const record = registry.find('maintenance', id);
		if (!record) throw new ProblemError('not_found');
		return reply.code(201).header('cache-control', 'no-store').send(toldOf(record));
	});

	server.delete('/v1/bodies/:body/maintenances/:id', declaring, async (request, reply) => {
		const { body, id } = Params.parse(request.params);
		const requireStanding = (): RecordOf<'maintenance'> => {
			const record = registry.find('maintenance', id);
			if (!record || record.body !== body || record.cancelled) throw new ProblemError('not_found');
			if (Date.parse(record.until) <= clock.now().getTime()) throw new ProblemError('maintenance_over');
			return record;
		};
		requireStanding();
		await audit.write({
			actor: actorOf(request.subject),
			action: 'maintenance.cancelled',
			target: id,
			body,
		});
		let outcome: MaintenanceEnded['outcome'] = 'cancelled';
		await writer.change(() => {
			const record = requireStanding();
			const now = clock.now();
			// What has begun was read by the field: it ends now, and its flag stays on the charts.
			outcome = Date.parse(record.from) <= now.getTime() ? 'ended' : 'cancelled';
			return [outcome === 'ended' ? { ...record, until: now.toISOString() } : { ...record, cancelled: true }];
		});
		return reply.header('cache-control', 'no-store').send({ id, outcome } satisfies MaintenanceEnded);
	});
};

/** publicMaintenancesRoute tells everyone what was announced. */
export const publicMaintenancesRoute = async (
	server: FastifyInstance,
	{ registry, clock, world }: Pick<MaintenanceOptions, 'registry' | 'clock' | 'world'>,
): Promise<void> => {
	server.get('/v1/maintenances', { config: { action: 'public:read' } }, async (_request, reply) => {
		const now = clock.now();
		const answer: Maintenances = {
			world,
			now: now.toISOString(),
			maintenances: [...standingMaintenances(registry, now)],
		};
		return reply.header('cache-control', 'no-cache').send(answer);
	});
};
