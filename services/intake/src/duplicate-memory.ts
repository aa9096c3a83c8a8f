import type { Clock } from '@vigie/schemas/clock';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { z } from 'zod';
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

/** DuplicateMemory remembers for a day, and two at most, what was acknowledged. Best effort: without it, the store still counts once. */
export interface DuplicateMemory {
	/** recall gives what is remembered of each revision, null for the others and for all when Redis does not answer. */
	recall(revisions: readonly Revision[]): Promise<(Acknowledged | null)[]>;
	/** remember does not wait, and never fails. */
	remember(revisions: readonly Revision[], receivedSlots: readonly string[]): void;
}

const DAY_MS = 24 * 60 * 60_000;
/** A day's revisions are recalled until the next day is over. */
const KEPT_SECONDS = (2 * DAY_MS) / 1_000;
const HASH_DIGITS = 16;
/** An event never waits longer than this for a memory it can do without. */
const PATIENCE_MS = 250;
/** After a failure Redis is left alone for a while: the wait would be paid again by every event. */
const REST_MS = 1_000;

// One hash a day and one text a call: an argument or a key with a life of its own for each revision costs both sides twice as much.
const recallAll = `
local names, found = {}, {}
for name in string.gmatch(ARGV[1], '%S+') do names[#names + 1] = name end
for _, day in ipairs(KEYS) do
	for index, entry in ipairs(redis.call('HMGET', day, unpack(names))) do
		if entry then found[#found + 1] = names[index] .. ' ' .. entry end
	end
end
return found`;

const rememberAll = `
for name, entry in string.gmatch(ARGV[1], '(%S+) (%S+)') do
	redis.call('HSETNX', KEYS[1], name, entry)
end
redis.call('EXPIRE', KEYS[1], ARGV[2])`;

const nameOf = ({ id, revision }: Revision): string => `${id}:${revision}`;

const Found = z.array(z.string());

/** readFound reads `id:revision hashslot`, as recallAll writes what it found. */
const readFound = (found: unknown): Map<string, Acknowledged> =>
	new Map(
		Found.parse(found).map((line): [string, Acknowledged] => {
			const [name = '', entry = ''] = line.split(' ');
			return [name, { bodyHash: entry.slice(0, HASH_DIGITS), receivedSlot: entry.slice(HASH_DIGITS) }];
		}),
	);

/** openDuplicateMemory keeps it in Redis, under `prefix`. */
export const openDuplicateMemory = (
	redis: Redis,
	prefix: string,
	clock: Clock,
	logger: Logger,
): DuplicateMemory => {
	let restUntilMs = 0;
	const dayKey = (daysAgo: number): string =>
		`${prefix}intake:seen:${Math.floor(clock.now().getTime() / DAY_MS) - daysAgo}`;
	const rest = (err: unknown): void => {
		restUntilMs = performance.now() + REST_MS;
		logger.warn({ err }, 'duplicates are not remembered: Redis does not answer');
	};
	const resting = (): boolean => performance.now() < restUntilMs;

	return {
		recall: async (revisions) => {
			if (resting()) return revisions.map(() => null);
			try {
				const names = revisions.map(nameOf);
				const asked = redis.eval(recallAll, 2, dayKey(0), dayKey(1), names.join(' '));
				const found = readFound(await within(PATIENCE_MS, asked));
				return names.map((name) => found.get(name) ?? null);
			} catch (err) {
				rest(err);
				return revisions.map(() => null);
			}
		},
		remember: (revisions, receivedSlots) => {
			if (resting() || revisions.length === 0) return;
			const entries = revisions.map(
				(revision, index) => `${nameOf(revision)} ${revision.bodyHash}${receivedSlots[index]}`,
			);
			redis.eval(rememberAll, 1, dayKey(0), entries.join(' '), KEPT_SECONDS).catch(rest);
		},
	};
};
