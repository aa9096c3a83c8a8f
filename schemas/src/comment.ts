import { z } from 'zod';
import { COMMENT_LIMIT } from './comment-limit.js';
import { Code, EventId } from './events/envelope.js';
import { findingLabels } from './personal-data/finding.js';

/**
 * CommentBody is the body of `POST /v1/comments`: a few words about an alert that was sent before. It is a request of its own, not a field of the
 * event: events hold codes and nothing else, whatever a deployment turns on, and an alert is safe in the log before anybody has typed a
 * word. `event` is the alert's id, which only its sender knows. The codes say what the alert was about when the words were sent: whoever reads
 * them may not read events.
 */
export const CommentBody = z.strictObject({
	event: EventId,
	text: z.string().min(1).max(COMMENT_LIMIT),
	platform: Code.optional(),
	step: Code.optional(),
	failureKind: Code.optional(),
});
export type CommentBody = z.infer<typeof CommentBody>;

/** CommentReceipt says whether the words were kept; refused ones are nowhere any more, and the alert stands either way. */
export const CommentReceipt = z.discriminatedUnion('comment', [
	z.strictObject({ comment: z.literal('accepted') }),
	z.strictObject({ comment: z.literal('refused'), reasons: z.array(z.enum(findingLabels)).min(1) }),
]);
export type CommentReceipt = z.infer<typeof CommentReceipt>;

/** CommentSwitch tells a page whether this deployment takes comments (`GET /v1/comments`); most do not. */
export const CommentSwitch = z.strictObject({ comments: z.enum(['off', 'on']) });
export type CommentSwitch = z.infer<typeof CommentSwitch>;

/** KeptComment is what is sealed on `comments.v1`, read by curators only, for 30 days. */
export const KeptComment = CommentBody.extend({ receivedSlot: z.string() });
export type KeptComment = z.infer<typeof KeptComment>;

/** COMMENT_PAGE is the most comments that one page holds: each page that a curator reads is written down. */
export const COMMENT_PAGE = 20;

/** CommentPageQuery is the query of `GET /v1/admin/comments`; `before` is where the page before ended, the latest page without it. */
export const CommentPageQuery = z.strictObject({
	before: z
		.string()
		.regex(/^\d{1,18}$/)
		.optional(),
});

/** CommentPage is its answer, the latest first. The id of an alert is not in it: whoever knows it may change the alert. */
export const CommentPage = z.strictObject({
	/** Whether comments are taken now: what was taken before is kept its 30 days either way. */
	taken: CommentSwitch.shape.comments,
	comments: z.array(
		z.strictObject({
			position: z.string(),
			day: z.iso.date(),
			text: CommentBody.shape.text,
			platform: Code.nullable(),
			step: Code.nullable(),
			failureKind: Code.nullable(),
		}),
	),
	/** How many of the page are sealed under a key that is not there any more. */
	unreadable: z.int(),
	/** Where the next page begins; null at the end. */
	before: z.string().nullable(),
});
export type CommentPage = z.infer<typeof CommentPage>;
