import { z } from 'zod';
import { Code } from '../events/envelope.js';

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

/** ProposalId stands for the name of a host: a hash of it, that whoever knows the name can find again. */
export const ProposalId = z.string().regex(/^p-[0-9a-f]{32}$/);
