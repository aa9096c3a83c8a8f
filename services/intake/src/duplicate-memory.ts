import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { within } from './within.js';

/** Revision is one revision of one event, and the hash of its body. */
export interface Revision {
	readonly id: string;
	readonly revision: number;
	/** 16 hexadecimal digits. */
	readonly bodyHash: string;
}

/** Acknowledged is a revision that Kafka holds: its body's hash, and the slot that was answered. */
export interface Acknowledged {
	readonly bodyHash: string;
	readonly receivedSlot: string;
}

/** DuplicateMemory remembers for a day what was acknowledged. Best effort: without it, the store still counts once. */
export interface DuplicateMemory {
	/** recall gives what is remembered of each revision, null for the others and for all when Redis does not answer. */
	recall(revisions: readonly Revision[]): Promise<(Acknowledged | null)[]>;
	/** remember does not wait, and never fails. */
	remember(revisions: readonly Revision[], receivedSlots: readonly string[]): void;
}

const DAY_SECONDS = 24 * 60 * 60;
const HASH_DIGITS = 16;
/** An event never waits longer than this for a memory it can do without. */
const PATIENCE_MS = 250;
/** After a failure Redis is left alone for a while: the wait would be paid again by every event. */
const REST_MS = 1_000;

const rememberAll = `
for index, key in ipairs(KEYS) do
	redis.call('SET', key, ARGV[index + 1], 'EX', ARGV[1], 'NX')
end`;

const readEntry = (text: string | null | undefined): Acknowledged | null =>
	text ? { bodyHash: text.slice(0, HASH_DIGITS), receivedSlot: text.slice(HASH_DIGITS) } : null;

/** openDuplicateMemory keeps it in Redis, under `prefix`. */
export const openDuplicateMemory = (redis: Redis, prefix: string, logger: Logger): DuplicateMemory => {
	let restUntilMs = 0;
	const keyOf = ({ id, revision }: Revision): string => `${prefix}intake:seen:${id}:${revision}`;
	const rest = (err: unknown): void => {
		restUntilMs = performance.now() + REST_MS;
		logger.warn({ err }, 'duplicates are not remembered: Redis does not answer');
	};
	const resting = (): boolean => performance.now() < restUntilMs;

	return {
		recall: async (revisions) => {
			if (resting()) return revisions.map(() => null);
			try {
				const found = await within(PATIENCE_MS, redis.mget(revisions.map(keyOf)));
				return revisions.map((_revision, index) => readEntry(found[index]));
			} catch (err) {
				rest(err);
				return revisions.map(() => null);
			}
		},
		remember: (revisions, receivedSlots) => {
			if (resting() || revisions.length === 0) return;
			const entries = revisions.map(({ bodyHash }, index) => `${bodyHash}${receivedSlots[index]}`);
			redis
				.eval(rememberAll, revisions.length, ...revisions.map(keyOf), String(DAY_SECONDS), ...entries)
				.catch(rest);
		},
	};
};
