import type { ClickHouseClient } from '@clickhouse/client';
import { topicsWithPrefix } from '@vigie/schemas/topics';
import type { Kafka } from 'kafkajs';
import { type Account, openBooks, type sumOf } from './account.js';
import { followLog, type LogFollower } from './follow-log.js';
import { createJudge } from './judge.js';
import { type LedgerFault, ledgerFaults, readLedger } from './ledger-gaps.js';
import { type LogMessage, readLogMessage } from './messages.js';
import { type Position, readPositions } from './positions.js';

/** Verified is the state of a stack at one moment: each account adds up to what was accepted. */
export interface Verified {
	readonly accounts: readonly Account[];
	readonly ledgerFaults: readonly LedgerFault[];
	/** Places, `partition/offset`, of messages that are committed and nowhere: at most some of them. */
	readonly missing: readonly string[];
}

/** Verification follows a running stack. */
export interface Verification {
	/** look reads up to the present ends of the log, and judges all that is committed. */
	look(): Promise<Verified>;
	close(): Promise<void>;
}

export interface VerificationOptions {
	readonly kafka: Kafka;
	/** A role that reads `private`. */
	readonly client: ClickHouseClient;
	readonly prefix: string;
	/** Called as messages are read: how many of how many that were there when reading began. */
	readonly onRead?: (read: number, ofThem: number) => void;
}

const MISSING_SHOWN = 20;
const POLL_MS = 25;
/** Judged while reading, so that millions of messages are never held at once. */
const HELD = 20_000;

const reached = (
	{ next }: LogFollower,
	positions: readonly Pick<Position, 'partition' | 'low' | 'high'>[],
): boolean => positions.every(({ partition, low, high }) => (next.get(partition) ?? low) >= high);

const untilReached = async (
	follower: LogFollower,
	ends: () => Promise<readonly Pick<Position, 'partition' | 'low' | 'high'>[]>,
): Promise<void> => {
	const wanted = await ends();
	while (!reached(follower, wanted))
		await Promise.race([new Promise((resolve) => setTimeout(resolve, POLL_MS)), follower.failed]);
};

/** openVerification starts following the log and the dead letters of a stack, from their beginnings. */
export const openVerification = async (options: VerificationOptions): Promise<Verification> => {
	const { kafka, client, prefix, onRead } = options;
	const topics = topicsWithPrefix(prefix);
	const admin = kafka.admin();
	await admin.connect();
	const positionsOf = (topic: string) => readPositions(admin, topic, `${prefix}loader-events`);
	const dead = new Set<string>();
	const deadLetters = await followLog(kafka, topics.deadLetters, (messages) => {
		for (const { headers } of messages) dead.add(String(headers?.origin));
	});
	const judge = createJudge(client, topics.events, (origin) => dead.has(origin));
	const books = openBooks();
	const missing: string[] = [];
	let unjudged: LogMessage[] = [];
	let committed = new Map<number, bigint>();
	let read = 0;
	let there = 0;

	const settle = async (): Promise<void> => {
		const isDone = ({ partition, offset }: LogMessage): boolean => offset < (committed.get(partition) ?? 0n);
		const done = unjudged.filter(isDone);
		unjudged = unjudged.filter((message) => !isDone(message));
		for (const [message, fate] of await judge(done)) {
			books.enter(message, fate);
			if (fate === 'missing') missing.push(`${message.partition}/${message.offset}`);
		}
	};
	/** Dead letters are read behind the positions that were read before: what is committed and dead is in them. */
	const refresh = async (): Promise<readonly Position[]> => {
		const positions = await positionsOf(topics.events);
		await untilReached(deadLetters, () => positionsOf(topics.deadLetters));
		committed = new Map(positions.map((position) => [position.partition, position.committed]));
		return positions;
	};
	for (const { low, high } of await refresh()) there += Number(high - low);
	// One at a time: batches of several partitions come one after the other.
	const events = await followLog(kafka, topics.events, async (messages, partition) => {
		for (const message of messages) unjudged.push(readLogMessage(partition, message));
		read += messages.length;
		onRead?.(read, Math.max(read, there));
		if (unjudged.length > HELD) await settle();
	});
	return {
		look: async () => {
			const positions = await refresh();
			await untilReached(events, async () => positions);
			await settle();
			return {
				accounts: books.accounts(unjudged),
				ledgerFaults: ledgerFaults(await readLedger(client, topics.events), positions),
				missing: missing.slice(0, MISSING_SHOWN),
			};
		},
		close: async () => {
			await Promise.all([events.close(), deadLetters.close()]);
			await admin.disconnect();
		},
	};
};

/** isWhole tells whether nothing is missing and the ledger is whole. */
export const isWhole = (verified: Verified, sum: ReturnType<typeof sumOf>): boolean =>
	sum.missing === 0 && verified.ledgerFaults.length === 0;
