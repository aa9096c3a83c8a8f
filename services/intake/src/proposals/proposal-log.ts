import { ProblemError } from '@vigie/kit/problem-plugin';
import { openSureProducer } from '@vigie/kit/sure-producer';
import type { KeptProposal } from '@vigie/schemas/proposals/proposal';
import type { Kafka } from 'kafkajs';
import type { Logger } from 'pino';
import { within } from '../within.js';

/** ProposalLog writes proposed platforms to `proposals.v1`. */
export interface ProposalLog {
	/** keep resolves once every in-sync replica has it; `unavailable` otherwise: sent again, it counts once. */
	keep(proposal: KeptProposal, receivedSlot: string): Promise<void>;
	close(): Promise<void>;
}

const DEADLINE_MS = 5_000;
const RETRY_AFTER_SECONDS = 30;

/** openProposalLog connects at the first proposal: they are rare. */
export const openProposalLog = (kafka: Kafka, topic: string, logger: Logger): ProposalLog => {
	const producer = openSureProducer(kafka);
	return {
		keep: async (proposal, receivedSlot) => {
			const message = {
				key: proposal.host,
				value: JSON.stringify(proposal),
				// The slot, as for events: nothing finer than a quarter of an hour is kept anywhere.
				timestamp: String(Date.parse(receivedSlot)),
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
