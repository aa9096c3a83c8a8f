import { ProblemError } from '@vigie/kit/problem-plugin';
import { proposalId } from '@vigie/kit/proposal-id';
import type { RegistryView } from '@vigie/kit/registry-view';
import { tokenOf } from '@vigie/kit/tokens';
import { slotOf, weekOfSlot } from '@vigie/schemas/calendar';
import type { Clock } from '@vigie/schemas/clock';
import type { FieldError } from '@vigie/schemas/problem';
import { readHost } from '@vigie/schemas/proposals/host';
import { namesSomebody } from '@vigie/schemas/proposals/names-somebody';
import { PROPOSAL_CONTRACT, ProposalBody, type ProposalReceipt } from '@vigie/schemas/proposals/proposal';
import { platformOfHostname, readCode, TAXONOMY_VERSION } from '@vigie/schemas/taxonomy';
import type { FastifyInstance } from 'fastify';
import { senderOf } from '../plugins/sender.js';
import type { RateCounter } from '../rate-counter.js';
import type { ProposalLog } from './proposal-log.js';

/** Proposals is what taking proposed platforms needs. */
export interface Proposals {
	readonly clock: Clock;
	readonly registry: Pick<RegistryView, 'find'>;
	readonly log: ProposalLog;
	/** Counts the proposals of a device by the day. */
	readonly counter: Pick<RateCounter, 'count'>;
	/** Under which a structure is counted. */
	readonly key: Buffer;
}

/** A name and a code. */
const BODY_LIMIT = 512;
/** Somebody who fills in a list of missing platforms has done with it; more would be a flood for whoever decides. */
const A_DAY = 20;

/** hostFaults says what is wrong with a bare name: here nothing is cut off an address, for what is cut off must not have been sent. */
const hostFaults = (host: string): FieldError[] => {
	const reading = readHost(host);
	if (!reading.ok) return [{ path: 'host', code: reading.fault }];
	if (reading.host !== host) return [{ path: 'host', code: 'invalid_format' }];
	return namesSomebody(host) ? [{ path: 'host', code: 'personal_data' }] : [];
};

const bodyFaults = (body: string | undefined): FieldError[] => {
	const reading = body === undefined ? null : readCode('bodies', body, TAXONOMY_VERSION);
	return reading === null || reading.ok ? [] : [{ path: 'body', code: reading.error }];
};

/**
 * proposalRoute is `POST /v1/proposals`: a device names a platform that the lists do not have. What is kept is the name of the host, the body, the week, and
 * a token of the structure that counts for this host alone. A name that is refused is written nowhere.
 */
export const proposalRoute = async (
	server: FastifyInstance,
	{ clock, registry, log, counter, key }: Proposals,
): Promise<void> => {
	const limit = (id: string): void => {
		const { current, ttl } = counter.count(`proposal:${id}`);
		if (current > A_DAY)
			throw new ProblemError('too_many_requests', { retryAfterSeconds: Math.ceil(ttl / 1_000) });
	};
	const judge = async ({ host, body }: ProposalBody, structure: string): Promise<ProposalReceipt> => {
		const id = proposalId(host);
		const answer = registry.find('platform-proposal', id)?.decision;
		const platform = platformOfHostname(host) ?? platformOfHostname(`www.${host}`);
		if (platform !== undefined) return { proposal: 'known', platform };
		if (answer?.outcome === 'known') return { proposal: 'known', platform: answer.platform };
		if (answer !== undefined) return { proposal: 'answered', id };
		const receivedSlot = slotOf(clock.now());
		await log.keep(
			{
				contract: PROPOSAL_CONTRACT,
				host,
				body: body ?? null,
				structure: tokenOf(key, `${host}\0${structure}`),
				week: weekOfSlot(receivedSlot),
			},
			receivedSlot,
		);
		return { proposal: 'kept', id };
	};

	server.post(
		'/v1/proposals',
		{ bodyLimit: BODY_LIMIT, config: { action: 'proposal:send' } },
		async (request, reply) => {
			const { id, structure, channel } = senderOf(request);
			// Machines see no field of a search that finds nothing.
			if (channel !== 'FORMULAIRE') throw new ProblemError('missing_scope');
			const proposal = ProposalBody.parse(request.body);
			const errors = [...hostFaults(proposal.host), ...bodyFaults(proposal.body)];
			if (errors.length > 0) throw new ProblemError('invalid_request', { errors });
			limit(id);
			return reply.code(202).send(await judge(proposal, structure));
		},
	);
};
