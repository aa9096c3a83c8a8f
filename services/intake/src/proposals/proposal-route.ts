import { ProblemError } from '@vigie/kit/problem-plugin';
import { proposalId } from '@vigie/kit/proposal-id';
import type { RegistryView } from '@vigie/kit/registry-view';
import type { CommentKeys } from '@vigie/kit/sealed-comment';
import { tokenOf } from '@vigie/kit/tokens';
import { weekOf } from '@vigie/schemas/calendar';
import type { Clock } from '@vigie/schemas/clock';
import type { FieldError } from '@vigie/schemas/problem';
import { isDecisionKept, isDecisionPublic } from '@vigie/schemas/proposals/decision';
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
	/** Counts the proposals of a device, and of a structure, by the day. */
	readonly counter: Pick<RateCounter, 'count'>;
	/** Under which a structure is counted. */
	readonly key: Buffer;
	/** Under which a host has its id: the first names it, the others find what was decided under another one. */
	readonly idKeys: CommentKeys;
}

/** A name and a code. */
const BODY_LIMIT = 512;
/** Somebody who fills in a list of missing platforms has done with it; more would be a flood for whoever decides. */
const A_DAY = 20;
/** All devices of a structure together: enrolling more of them buys no more. */
const A_DAY_OF_STRUCTURE = 100;

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
	{ clock, registry, log, counter, key, idKeys }: Proposals,
): Promise<void> => {
	/** The name that is counted is another one each day, and says nothing without the key; the counter forgets it a day after its own. */
	const limit = (kind: 'device' | 'structure', id: string, most: number): void => {
		const day = clock.now().toISOString().slice(0, 10);
		const { current, ttl } = counter.count(`proposal:${tokenOf(key, `${day}\0${kind}\0${id}`)}`);
		if (current > most)
			throw new ProblemError('too_many_requests', { retryAfterSeconds: Math.ceil(ttl / 1_000) });
	};
	const judge = async ({ host, body }: ProposalBody, structure: string): Promise<ProposalReceipt> => {
		const decided = idKeys
			.map((idKey) => registry.find('platform-proposal', proposalId(idKey, host)))
			.find((one) => one !== null && isDecisionKept(one, clock.now()));
		const answer = decided?.decision;
		const platform = platformOfHostname(host) ?? platformOfHostname(`www.${host}`);
		if (platform !== undefined) return { proposal: 'known', platform };
		if (answer?.outcome === 'known') return { proposal: 'known', platform: answer.platform };
		// As the one that is refused at once, for nothing of it is told with the other decisions.
		if (answer !== undefined && !isDecisionPublic(answer))
			throw new ProblemError('invalid_request', { errors: [{ path: 'host', code: 'personal_data' }] });
		if (decided) return { proposal: 'answered', id: decided.id };
		await log.keep({
			contract: PROPOSAL_CONTRACT,
			host,
			body: body ?? null,
			structure: tokenOf(key, `${host}\0${structure}`),
			week: weekOf(clock.now()),
		});
		return { proposal: 'kept', id: proposalId(idKeys[0], host) };
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
			limit('device', id, A_DAY);
			limit('structure', structure, A_DAY_OF_STRUCTURE);
			return reply.code(202).send(await judge(proposal, structure));
		},
	);
};
