import { z } from 'zod';
import { Code } from '../events/envelope.js';
import { StructureBand } from '../signal.js';
import { ProposalDecision, ProposalId } from './decision.js';
import { HOST_LIMIT } from './host.js';

const Host = z.string().min(1).max(HOST_LIMIT);
const Week = z.string().regex(/^\d{4}-W\d{2}$/);

/** ProposalBody is the body of `POST /v1/proposals`: a platform that the lists do not have, by the name of its host and nothing else, and whose it is. */
export const ProposalBody = z.strictObject({ host: Host, body: Code.optional() });
export type ProposalBody = z.infer<typeof ProposalBody>;

/** ProposalReceipt says what became of it at once: kept for the curators, answered by them before, or known already. */
export const ProposalReceipt = z.discriminatedUnion('proposal', [
	z.strictObject({ proposal: z.literal('kept'), id: ProposalId }),
	z.strictObject({ proposal: z.literal('answered'), id: ProposalId }),
	z.strictObject({ proposal: z.literal('known'), platform: Code }),
]);
export type ProposalReceipt = z.infer<typeof ProposalReceipt>;

/** PROPOSAL_CONTRACT is the version of a message on `proposals.v1`. */
export const PROPOSAL_CONTRACT = '1-0-0';

/**
 * KeptProposal is its value. The token stands for a structure, of this host alone and under a key that intake holds: it counts how many structures
 * ask for a platform, and ties nothing to anything else. No device, no territory, no moment finer than the week.
 */
export const KeptProposal = z.strictObject({
	contract: z.literal(PROPOSAL_CONTRACT),
	host: Host,
	body: Code.nullable(),
	structure: z.string().regex(/^\d{1,20}$/),
	week: Week,
});
export type KeptProposal = z.infer<typeof KeptProposal>;

/** ProposalBand is how many distinct structures proposed a platform: never a number. */
export const ProposalBand = z.enum(['1-5', ...StructureBand.exclude(['3-5']).options]);

/** ProposalList is the answer of `GET /v1/admin/proposals`, what waits for a decision first. */
export const ProposalList = z.strictObject({
	proposals: z.array(
		z.strictObject({
			id: ProposalId,
			host: Host,
			/** The body that was named most often; null when none was. */
			body: Code.nullable(),
			band: ProposalBand,
			firstWeek: Week,
			lastWeek: Week,
			decision: ProposalDecision.nullable(),
		}),
	),
});
export type ProposalList = z.infer<typeof ProposalList>;

/** ProposalDecided is the answer of `POST /v1/admin/proposals/{id}/decision`. */
export const ProposalDecided = z.strictObject({
	id: ProposalId,
	decision: ProposalDecision,
	decidedOn: z.iso.date(),
});
export type ProposalDecided = z.infer<typeof ProposalDecided>;

/** ProposalDecisions is the answer of `GET /v1/proposals/decisions`: what was decided, by the id that a device was given, for it to find its own again. */
export const ProposalDecisions = z.strictObject({ decisions: z.array(ProposalDecided) });
export type ProposalDecisions = z.infer<typeof ProposalDecisions>;
