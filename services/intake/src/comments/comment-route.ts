import { ProblemError } from '@vigie/kit/problem-plugin';
import { slotOf } from '@vigie/schemas/calendar';
import type { Clock } from '@vigie/schemas/clock';
import { CommentBody, type CommentReceipt } from '@vigie/schemas/comment';
import { detect } from '@vigie/schemas/personal-data/detect';
import type { FieldError } from '@vigie/schemas/problem';
import { readCode, TAXONOMY_VERSION } from '@vigie/schemas/taxonomy';
import type { FastifyInstance } from 'fastify';
import type { CommentLog } from './comment-log.js';
import type { CommentMetrics } from './comment-metrics.js';

/** Comments is what taking comments needs; a deployment that does not take them has none of it. */
export interface Comments {
	readonly clock: Clock;
	readonly log: CommentLog;
	readonly metrics: CommentMetrics;
}

/** The longest comment in escapes of six bytes each, and its event's id. */
const BODY_LIMIT = 4_096;

const codes = [
	['platform', 'platforms'],
	['step', 'steps'],
	['failureKind', 'failureKinds'],
] as const;

/** A code that no list holds could be a word of anybody's. */
const faultsOf = (comment: CommentBody): FieldError[] =>
	codes.flatMap(([path, list]) => {
		const code = comment[path];
		const reading = code === undefined ? null : readCode(list, code, TAXONOMY_VERSION);
		return reading === null || reading.ok ? [] : [{ path, code: reading.error }];
	});

/**
 * commentRoute is `POST /v1/comments`: a few words about an alert that Kafka already holds. They are judged again here, whatever the
 * page said; at the first sign of personal data they are dropped before anything could write them, with the kinds found as the answer. They are never
 * masked and kept: what is around them tells too, and no detector sees all.
 */
export const commentRoute = async (
	server: FastifyInstance,
	{ clock, log, metrics }: Comments,
): Promise<void> => {
	server.post(
		'/v1/comments',
		{ bodyLimit: BODY_LIMIT, config: { action: 'event:send' } },
		async (request, reply) => {
			const comment = CommentBody.parse(request.body);
			const errors = faultsOf(comment);
			if (errors.length > 0) throw new ProblemError('invalid_request', { errors });
			const { text } = comment;
			const reasons = [...new Set(detect(text).map(({ label }) => label))];
			for (const reason of reasons) metrics.because(reason);
			if (reasons.length > 0) {
				metrics.counted('refused');
				return reply.code(202).send({ comment: 'refused', reasons } satisfies CommentReceipt);
			}
			await log.keep({ ...comment, receivedSlot: slotOf(clock.now()) });
			metrics.counted('accepted');
			return reply.code(202).send({ comment: 'accepted' } satisfies CommentReceipt);
		},
	);
};
