import { type AuditLog, actorOf } from '@vigie/kit/access/audit-log';
import { ProblemError } from '@vigie/kit/problem-plugin';
import type { RegistryView } from '@vigie/kit/registry-view';
import { parisDateOf } from '@vigie/schemas/calendar';
import type { Clock } from '@vigie/schemas/clock';
import {
	isDecisionKept,
	isDecisionPublic,
	ProposalDecision,
	ProposalId,
} from '@vigie/schemas/proposals/decision';
import type { ProposalDecided, ProposalDecisions, ProposalList } from '@vigie/schemas/proposals/proposal';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { ProposalReader } from '../../proposals/read-proposals.js';
import type { RegistryWriter } from '../../registry/writer.js';
import { requireCode } from '../../taxonomy-codes.js';

export interface ProposalsOptions {
	readonly proposals: ProposalReader;
	readonly registry: Pick<RegistryView, 'all'>;
	readonly writer: RegistryWriter;
	readonly clock: Clock;
	readonly audit: AuditLog;
}

const Params = z.object({ id: z.string() });

/** proposalsRoute lets curators see which platforms the field misses, and decide; a decision may be taken again. */
export const proposalsRoute = async (
	server: FastifyInstance,
	{ proposals, writer, clock, audit }: ProposalsOptions,
): Promise<void> => {
	server.get('/v1/admin/proposals', { config: { action: 'proposal:read' } }, async (_request, reply) => {
		const answer: ProposalList = { proposals: [...(await proposals.list())] };
		return reply.header('cache-control', 'no-store').send(answer);
	});

	server.post(
		'/v1/admin/proposals/:id/decision',
		{ config: { action: 'proposal:decide' } },
		async (request, reply) => {
			const id = ProposalId.safeParse(Params.parse(request.params).id);
			if (!id.success) throw new ProblemError('not_found');
			const decision = ProposalDecision.parse(request.body);
			if (decision.outcome === 'known') requireCode('platforms', decision.platform, 'platform');
			const ids = await proposals.idsOf(id.data);
			if (ids.length === 0) throw new ProblemError('not_found');
			await audit.write({
				actor: actorOf(request.subject),
				action: 'proposal.decided',
				target: id.data,
				detail: decision.outcome,
			});
			const decidedOn = parisDateOf(clock.now());
			// Under a former id too, by which the devices that proposed it then still ask.
			await writer.change(() =>
				ids.map((known) => ({ type: 'platform-proposal', id: known, decision, decidedOn })),
			);
			const answer: ProposalDecided = { id: id.data, decision, decidedOn };
			return reply.header('cache-control', 'no-store').send(answer);
		},
	);
};

/** proposalDecisionsRoute tells everyone what was decided, by the id that each device was given: it finds its own again, and asks about none. */
export const proposalDecisionsRoute = async (
	server: FastifyInstance,
	{ registry, clock }: Pick<ProposalsOptions, 'registry' | 'clock'>,
): Promise<void> => {
	server.get('/v1/proposals/decisions', { config: { action: 'public:read' } }, async (_request, reply) => {
		const decisions = registry
			.all('platform-proposal')
			.filter((one) => isDecisionKept(one, clock.now()) && isDecisionPublic(one.decision))
			.map(({ type: _type, ...decided }) => decided)
			.sort((left, right) => left.id.localeCompare(right.id));
		return reply.header('cache-control', 'no-cache').send({ decisions } satisfies ProposalDecisions);
	});
};
