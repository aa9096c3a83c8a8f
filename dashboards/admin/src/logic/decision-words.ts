import { platformName } from '@vigie/dashboard-ui/code-names';
import type { ProposalDecision } from '@vigie/schemas/proposals/decision';
import { refusalTexts, proposalTexts as t } from '../texts/proposal-texts.js';

/** decisionWords says what was decided of a proposed platform. */
export const decisionWords = (decision: ProposalDecision | null): string => {
	if (decision === null) return t.waiting;
	switch (decision.outcome) {
		case 'accepted':
			return t.isAccepted(decision.taxonomy);
		case 'known':
			return t.isKnown(platformName(decision.platform));
		case 'refused':
			return t.isRefused(refusalTexts[decision.reason]);
		default: {
			const never: never = decision;
			return never;
		}
	}
};
