import type { FindingLabel } from '@vigie/schemas/personal-data/finding';
import { Counter, type Registry } from 'prom-client';

/** CommentMetrics counts comments and why some are refused; no label ever holds a word of one. */
export interface CommentMetrics {
	counted(outcome: 'accepted' | 'refused'): void;
	because(reason: FindingLabel): void;
}

/** createCommentMetrics registers them. */
export const createCommentMetrics = (registry: Registry): CommentMetrics => {
	const registers = [registry];
	const comments = new Counter({
		name: 'ingest_comments_total',
		help: 'Comments on alerts, by what became of them',
		labelNames: ['outcome'],
		registers,
	});
	const reasons = new Counter({
		name: 'ingest_comment_refusals_total',
		help: 'Kinds of personal data for which comments were refused',
		labelNames: ['reason'],
		registers,
	});
	return {
		counted: (outcome) => comments.inc({ outcome }),
		because: (reason) => reasons.inc({ reason }),
	};
};
