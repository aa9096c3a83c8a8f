import { z } from 'zod';
import { parisDateOf } from '../calendar.js';
import { Code } from '../events/envelope.js';
import { retention } from '../retention.js';

/** refusalReasons are why a curator does not take a platform into the lists: a closed list, for the field reads them. */
export const refusalReasons = ['NO_PUBLIC_SERVICE', 'LOCAL_PORTAL', 'UNREACHABLE', 'PERSONAL_DATA'] as const;

/** ProposalDecision is what a curator made of a proposed platform: taken into a version of the taxonomy to come, the same as one that is known, or refused. */
export const ProposalDecision = z.discriminatedUnion('outcome', [
	z.strictObject({
		outcome: z.literal('accepted'),
		/** The version of the taxonomy that it is meant for. */
		taxonomy: z.string().regex(/^\d{4}\.\d{1,3}$/),
	}),
	z.strictObject({ outcome: z.literal('known'), platform: Code }),
	z.strictObject({ outcome: z.literal('refused'), reason: z.enum(refusalReasons) }),
]);
export type ProposalDecision = z.infer<typeof ProposalDecision>;

/** ProposalId stands for the name of a host: a hash of it under a key of the services, given to whoever proposed it. */
export const ProposalId = z.string().regex(/^p-[0-9a-f]{32}$/);

const KEPT_MS = retention.proposalDays * 24 * 60 * 60_000;

/** isDecisionKept tells whether a decision still counts: it is forgotten as long after it as a proposal after its week. */
export const isDecisionKept = ({ decidedOn }: { readonly decidedOn: string }, now: Date): boolean =>
	decidedOn >= parisDateOf(new Date(now.getTime() - KEPT_MS));

/** isDecisionPublic tells whether all may read it: nothing is told of a name that may designate a person. */
export const isDecisionPublic = (decision: ProposalDecision): boolean =>
	decision.outcome !== 'refused' || decision.reason !== 'PERSONAL_DATA';
