import { createRandom } from '@vigie/demonstration/random';
import type { History } from '../history/history.js';
import { drawFaults, type Fault } from './faults.js';
import type { FragileStack } from './fragile-stack.js';
import { type Heartbeat, startHeartbeat } from './heartbeat.js';
import { type Senders, startSenders } from './senders.js';

/** Inflicted is one fault that was survived, or not. */
export interface Inflicted {
	readonly name: string;
	readonly kills: boolean;
	/** From the fault's end (a kill's is at once) until a new event is acknowledged and stored and every process is ready. */
	readonly recoveryMs: number;
	/** Longest time without an acknowledgement for somebody who sends all the time, from the fault's start until recovery. */
	readonly unavailableMs: number;
	/** What did not come back, in words; null when all did. */
	readonly failure: string | null;
}

/** ChaosOptions: how many revisions to get acknowledged, through how many faults, drawn from which seed. */
export interface ChaosOptions {
	readonly events: number;
	readonly faults: number;
	readonly seed: string;
	/** Part of the name of every fault that may be drawn; all may when it is empty. */
	readonly only?: string;
	readonly onFault: (inflicted: Inflicted, number: number) => void;
	readonly log: (line: string) => void;
}

const RECOVERED_WITHIN_MS = 120_000;
/** Share of a fault's events that are sent before it strikes: it comes in the middle of traffic. */
const BEFORE = 0.3;

const sentenceOf = (err: unknown): string => (err instanceof Error ? err.message : 'unknown error');

const inflict = async (
	fault: Fault,
	heartbeat: Heartbeat,
	strike: () => ReturnType<Fault['inflict']>,
): Promise<Inflicted> => {
	const startedMs = performance.now();
	const { name, kills } = fault;
	const over = await strike();
	let failure: string | null = null;
	try {
		await Promise.all([over.repaired, heartbeat.untilStored(over.atMs, RECOVERED_WITHIN_MS)]);
	} catch (err) {
		failure = sentenceOf(err);
	}
	return {
		name,
		kills,
		recoveryMs: performance.now() - over.atMs,
		unavailableMs: heartbeat.longestSilenceMs(startedMs),
		failure,
	};
};

/** runChaos sends events through a stack while faults strike it one after the other, each once the one before is survived. */
export const runChaos = async (
	stack: FragileStack,
	history: History,
	options: ChaosOptions,
): Promise<Inflicted[]> => {
	const { events, seed, onFault, log } = options;
	const random = createRandom(`chaos/${seed}`);
	const drawn = drawFaults(options.faults, random, options.only);
	const heartbeat = startHeartbeat(stack, history, stack.clientOf('detector'));
	const senders: Senders = startSenders(stack, history, createRandom(`chaos/${seed}/senders`));
	const inflicted: Inflicted[] = [];
	try {
		for (const [index, fault] of drawn.entries()) {
			const [before, until] = [index + BEFORE, index + 1].map((done) =>
				Math.ceil((events * done) / drawn.length),
			);
			senders.allow(until ?? events);
			await senders.untilAcknowledged(before ?? 0);
			history.during(`${index + 1} ${fault.name}`);
			const result = await inflict(fault, heartbeat, () => fault.inflict(stack, random, log));
			inflicted.push(result);
			onFault(result, index + 1);
			await senders.untilAcknowledged(until ?? events);
		}
	} finally {
		await heartbeat.stop();
		await senders.stop();
	}
	return inflicted;
};
