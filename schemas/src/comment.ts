import { z } from 'zod';
import { COMMENT_LIMIT } from './comment-limit.js';
import { EventId } from './events/envelope.js';
import { findingLabels } from './personal-data/finding.js';

/**
 * CommentBody is the body of `POST /v1/comments`: a few words about an alert that was sent before. It is a request of its own, not a field of the
 * event: events hold codes and nothing else, whatever a deployment turns on, and an alert is safe in the log before anybody has typed a
 * word. `event` is the alert's id, which only its sender knows.
 */
export const CommentBody = z.strictObject({ event: EventId, text: z.string().min(1).max(COMMENT_LIMIT) });
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
