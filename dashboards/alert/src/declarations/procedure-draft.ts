import { isPossible } from '@vigie/schemas/taxonomy/possible';
import type { ContentOf } from './event-builders.js';

/** procedureQuestions are the five taps of a failed procedure, in their order. */
export const procedureQuestions = ['benefit', 'where', 'step', 'failureKind', 'consequence'] as const;

/** ProcedureDraft is a failed procedure being told. `where` sets platform and procedureChannel together. */
export type ProcedureDraft = Partial<
	Pick<
		ContentOf<'procedure.failed'>,
		'benefit' | 'platform' | 'procedureChannel' | 'step' | 'failureKind' | 'consequence'
	>
>;

const ruled = ['benefit', 'platform', 'step', 'failureKind'] as const;

/**
 * withAnswer adds an answer to a draft. An earlier answer that was changed may no longer meet a later one: that one is asked
 * again, since the intake would refuse the pair.
 */
export const withAnswer = (draft: ProcedureDraft, change: ProcedureDraft): ProcedureDraft => {
	const next: Record<string, string | undefined> = { ...draft, ...change };
	for (const left of ruled.filter((name) => name in change)) {
		for (const right of ruled.filter((name) => !(name in change))) {
			const [a, b] = [next[left], next[right]];
			if (a !== undefined && b !== undefined && !isPossible(left, a, right, b)) delete next[right];
		}
	}
	return next;
};

/** completeProcedure gives the content to send once the five answers are there; null before. */
export const completeProcedure = (draft: ProcedureDraft): ContentOf<'procedure.failed'> | null => {
	const { benefit, platform, procedureChannel, step, failureKind, consequence } = draft;
	return benefit && platform && procedureChannel && step && failureKind && consequence
		? { benefit, platform, procedureChannel, step, failureKind, consequence }
		: null;
};
