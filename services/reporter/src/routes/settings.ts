import { type AuditLog, actorOf } from '@vigie/kit/access/audit-log';
import { ProblemError } from '@vigie/kit/problem-plugin';
import type { RegistryView } from '@vigie/kit/registry-view';
import type { DeliveryEntry } from '@vigie/schemas/reports/http';
import {
	DELIVERIES_SHOWN,
	type DeliveryLog,
	type SendingStates,
	type WaitingSending,
} from '@vigie/schemas/settings';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { ReportBook } from '../log/report-book.js';
import type { Addressees, Sending } from '../sending/due-sendings.js';
import type { TrySending } from '../sending/try-sending.js';
import { deliveriesOf } from '../views/life.js';
import { sendingStates } from '../views/sending-states.js';

export interface SettingsRoutes {
	readonly book: Pick<ReportBook, 'all'>;
	readonly registry: Pick<RegistryView, 'find'>;
	/** Whom a message can reach: no mailbox where no server of mail is named. */
	readonly addressees: () => Addressees;
	readonly audit: AuditLog;
	readonly test: TrySending;
	/** What must still go out. */
	readonly due: () => readonly Sending[];
	/** How far the queue is with some of it. */
	readonly progress: (sendings: readonly Sending[]) => Promise<readonly WaitingSending[]>;
}

const BodyParams = z.object({ body: z.string().max(64) });
const Params = z.object({ body: z.string().max(64), id: z.string().max(64) });
const bodyOf = ({ params }: FastifyRequest): string => BodyParams.parse(params).body;

/** settingsRoute tells how the sendings of a body ended, and tests where they go. The addresses themselves are the api's to change. */
export const settingsRoute = async (
	server: FastifyInstance,
	{ book, registry, addressees, audit, test, due, progress }: SettingsRoutes,
): Promise<void> => {
	const bodyOfSending = ({ channel, recipient }: Pick<DeliveryEntry, 'channel' | 'recipient'>) =>
		registry.find(channel === 'email' ? 'recipient' : 'webhook', recipient)?.body ?? null;

	server.get(
		'/v1/bodies/:body/deliveries',
		{ config: { action: 'settings:read', bodyOf } },
		async (request, reply) => {
			const { body } = BodyParams.parse(request.params);
			// By addressee and not by report: one that was sent on keeps in its life what its first body was told.
			const deliveries = [...book.all()]
				.flatMap(({ id, life }) =>
					deliveriesOf(life).flatMap((entry) =>
						bodyOfSending(entry) === body ? [{ report: id, ...entry }] : [],
					),
				)
				.sort((left, right) => right.at.localeCompare(left.at))
				.slice(0, DELIVERIES_SHOWN);
			const waiting = await progress(
				due()
					.filter((sending) => bodyOfSending(sending) === body)
					.slice(0, DELIVERIES_SHOWN),
			);
			return reply
				.header('cache-control', 'no-store')
				.send({ waiting: [...waiting], deliveries } satisfies DeliveryLog);
		},
	);

	server.get('/v1/admin/sendings', { config: { action: 'administration:read' } }, async (_request, reply) => {
		const states = sendingStates([...book.all()], addressees(), due().map(bodyOfSending));
		return reply.header('cache-control', 'no-store').send({ bodies: states } satisfies SendingStates);
	});

	for (const [url, type, action] of [
		['/v1/bodies/:body/recipients/:id/test', 'recipient', 'recipient.tested'],
		['/v1/bodies/:body/webhooks/:id/test', 'webhook', 'webhook.tested'],
	] as const)
		server.post(url, { config: { action: 'settings:write', bodyOf } }, async (request, reply) => {
			const { body, id } = Params.parse(request.params);
			const addressee = registry.find(type, id);
			if (!addressee?.active || addressee.body !== body) throw new ProblemError('not_found');
			await audit.write({ actor: actorOf(request.subject), action, target: id, body });
			return reply.header('cache-control', 'no-store').send(await test(addressee));
		});
};
