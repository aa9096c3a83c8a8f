import type { Answer } from '@vigie/dashboard-ui/fetch-json';
import { formTexts as t } from '../texts/form-texts.js';

/** Outcome is what became of an answer that was sent, in a sentence. */
export interface Outcome {
	readonly kind: 'done' | 'conflict' | 'refused' | 'lost';
	readonly text: string;
}

/** outcomeOf reads it from the server's answer: a conflict means that somebody answered in the meantime. */
export const outcomeOf = (answer: Answer<unknown>): Outcome => {
	if (answer.ok) return { kind: 'done', text: t.done };
	if (answer.status === 409) return { kind: 'conflict', text: t.conflict };
	if (answer.code === 'wrong_state' || answer.code === 'report_closed')
		return { kind: 'refused', text: t.wrongState };
	return answer.reason === 'refused'
		? { kind: 'refused', text: t.refused }
		: { kind: 'lost', text: t.notSent };
};
