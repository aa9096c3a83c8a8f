import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { KeptComment } from '@vigie/schemas/comment';
import type { KeyDirectory } from './keys.js';

/** COMMENT_KEY names the key of comments in the key directory: intake seals with it, and whoever shows them to curators opens. */
export const COMMENT_KEY = 'comments';

/** CommentKeys are the key of comments and, behind it while it is being changed, the one before. */
export type CommentKeys = readonly [Buffer, ...Buffer[]];

/** readCommentKeys reads them: the first seals and names; `comments-previous.key` still opens, and finds what was decided. Null without the first. */
export const readCommentKeys = async (keys: Pick<KeyDirectory, 'read'>): Promise<CommentKeys | null> => {
	const key = await keys.read(COMMENT_KEY);
	const previous = await keys.read(`${COMMENT_KEY}-previous`);
	if (key === null) return null;
	return previous === null ? [key] : [key, previous];
};

const VERSION = Buffer.from([1]);
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The event's id is bound to the words: they cannot be moved under another. */
const boundTo = (event: string): Buffer => Buffer.from(`vigie/comment/1/${event}`, 'utf8');

/** sealComment encrypts a comment (AES-256-GCM): version, nonce of 96 random bits, ciphertext, tag. */
export const sealComment = (comment: KeptComment, key: Buffer): Buffer => {
	const nonce = randomBytes(NONCE_BYTES);
	const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(boundTo(comment.event));
	const sealed = Buffer.concat([cipher.update(JSON.stringify(comment), 'utf8'), cipher.final()]);
	return Buffer.concat([VERSION, nonce, sealed, cipher.getAuthTag()]);
};

/** openComment decrypts what sealComment made for an event; it throws when a byte, the key or the event is another. */
export const openComment = (event: string, bytes: Buffer, key: Buffer): KeptComment => {
	if (bytes.length <= VERSION.length + NONCE_BYTES + TAG_BYTES || bytes[0] !== VERSION[0])
		throw new Error('this is no sealed comment');
	const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
	const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
		.setAAD(boundTo(event))
		.setAuthTag(bytes.subarray(-TAG_BYTES));
	const sealed = bytes.subarray(1 + NONCE_BYTES, -TAG_BYTES);
	const text = Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
	return KeptComment.parse(JSON.parse(text));
};
