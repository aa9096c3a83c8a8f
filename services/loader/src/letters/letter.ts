import { createHash } from 'node:crypto';
import { DeadReason } from '@vigie/schemas/dead-letter';
import type { KafkaMessage } from 'kafkajs';

/** Letter is a dead letter as it is read back. */
export interface Letter {
	/** Where it was first read and half a hash of its bytes: the same for a letter that a crash wrote twice, another in a log made anew. */
	readonly name: string;
	/** Where it was first read, `events.v1/0/1234`; its own place when its headers do not say. */
	readonly origin: string;
	/** Partition of its origin; null when its headers do not say. */
	readonly partition: number | null;
	readonly reason: DeadReason | 'unknown';
	/** The quarter of an hour; empty when its headers do not say. */
	readonly firstSeenAt: string;
	/** Kind and version as claimed, `dysfunction.alerted/1-0-0`; empty when unreadable. */
	readonly schema: string;
	readonly message: Pick<KafkaMessage, 'key' | 'value' | 'headers'>;
}

// Headers may be a stranger's: only what could be ours is believed, and shown on a terminal.
const originText = /^[\w.-]{1,200}\/(\d{1,9})\/\d{1,19}$/;
const slotText = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:00Z$/;
const schemaText = /^[a-z]{1,32}\.[a-z]{1,32}\/\d{1,3}-\d{1,3}-\d{1,3}$/;

const matching = (text: string, pattern: RegExp): string => (pattern.test(text) ? text : '');

const hashOf = (value: Buffer | null): string =>
	createHash('sha256')
		.update(value ?? Buffer.alloc(0))
		.digest('hex')
		.slice(0, 16);

/** letterOf reads a message of `events.dead`; `topic` is that topic's name. */
export const letterOf = (message: KafkaMessage, topic: string, partition: number): Letter => {
	const header = (name: string): string => String(message.headers?.[name] ?? '');
	const claimed = originText.exec(header('origin'));
	const origin = claimed?.[0] ?? `${topic}/${partition}/${message.offset}`;
	const reason = DeadReason.safeParse(header('reason'));
	return {
		name: `${origin}#${hashOf(message.value)}`,
		origin,
		partition: claimed ? Number(claimed[1]) : null,
		reason: reason.success ? reason.data : 'unknown',
		firstSeenAt: matching(header('firstSeenAt'), slotText),
		schema: matching(header('schema'), schemaText),
		message,
	};
};
