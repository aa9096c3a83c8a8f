import { ProblemError } from '@vigie/kit/problem-plugin';
import { openSureProducer } from '@vigie/kit/sure-producer';
import { weekBounds } from '@vigie/schemas/calendar';
import type { KeptProposal } from '@vigie/schemas/proposals/proposal';
import type { Kafka } from 'kafkajs';
import type { Logger } from 'pino';
import { within } from '../within.js';

/** ProposalLog writes proposed platforms to `proposals.v1`. */
export interface ProposalLog {
	/** keep resolves once every in-sync replica has it; `unavailable` otherwise: sent again, it counts once. */
	keep(proposal: KeptProposal): Promise<void>;
	close(): Promise<void>;
}

const DEADLINE_MS = 5_000;
const RETRY_AFTER_SECONDS = 30;

/** openProposalLog connects at the first proposal: they are rare. */
export const openProposalLog = (kafka: Kafka, topic: string, logger: Logger): ProposalLog => {
	const producer = openSureProducer(kafka);
	return {
		keep: async (proposal) => {
			const message = {
				key: proposal.host,
				value: JSON.stringify(proposal),
				// Nothing finer than the week is kept of it.
				timestamp: String(weekBounds(proposal.week).start.getTime()),
			};
			try {
				await producer.use((connected) =>
					within(DEADLINE_MS, connected.send({ topic, messages: [message], acks: -1 })),
				);
			} catch (err) {
				logger.warn({ err }, 'a proposal could not be kept');
				throw new ProblemError('unavailable', { retryAfterSeconds: RETRY_AFTER_SECONDS });
			}
		},
		close: () => producer.close(),
	};
};
