import { setTimeout as wait } from 'node:timers/promises';
import type { Random } from '@vigie/demonstration/random';
import type { History } from '../history/history.js';
import { type Declaration, declareMany } from './declarations.js';
import { type Destination, sendUntilTold } from './send.js';

/** Senders send batches side by side, as fast as they are answered, up to a number of acknowledged revisions. */
export interface Senders {
	/** allow lets them go on until so many revisions are acknowledged in all. */
	allow(total: number): void;
	/** untilAcknowledged waits until so many are; it rejects when a sender gave up. */
	untilAcknowledged(total: number): Promise<void>;
	/** stop lets each finish the batch that it has in hand. */
	stop(): Promise<void>;
}

const SENDERS = 6;
const BATCH = 40;
const LATELY = 400;
const LOOK_MS = 10;

/** nextOf gives an event's next revision: another state of it, or its end. */
const nextOf = (event: Declaration, random: Random): Declaration => ({
	...event,
	revision: event.revision + 1,
	...(random.uniform() < 0.3 ? { retracted: true } : { step: 'CONNEXION' }),
});

/** take removes some events of a list: nobody else will revise them at the same time. */
const take = (lately: Declaration[], count: number, random: Random): Declaration[] =>
	lately.splice(Math.floor(random.uniform() * lately.length), count);

/**
 * startSenders starts them. Batches hold new events, revisions of earlier ones and, as after a lost answer, events that were
 * acknowledged before.
 */
export const startSenders = (destination: Destination, history: History, random: Random): Senders => {
	let allowed = 0;
	let stopping = false;
	const lately: Declaration[] = [];
	const makeBatch = (): { batch: Declaration[]; fresh: Declaration[] } => {
		const revised =
			random.uniform() < 0.3 ? take(lately, 4, random).map((event) => nextOf(event, random)) : [];
		const again = random.uniform() < 0.2 ? take(lately, 6, random) : [];
		const fresh = [...declareMany(BATCH - revised.length), ...revised];
		return { batch: [...fresh, ...again], fresh };
	};
	const run = async (): Promise<void> => {
		while (!stopping) {
			if (history.acknowledged >= allowed) {
				await wait(LOOK_MS);
				continue;
			}
			const { batch, fresh } = makeBatch();
			const told = await sendUntilTold(destination, batch, history);
			if (told === 'refused') throw new Error('a batch of valid events was refused, or a part of it');
			lately.push(...fresh.filter(({ retracted }) => !retracted));
			lately.splice(0, Math.max(0, lately.length - LATELY));
		}
	};
	const running = Promise.all(Array.from({ length: SENDERS }, run));
	// Whoever waits hears of it.
	running.catch(() => undefined);
	const reached = async (total: number): Promise<void> => {
		while (history.acknowledged < total && !stopping) await wait(LOOK_MS);
	};
	return {
		allow: (total) => {
			allowed = total;
		},
		untilAcknowledged: async (total) => {
			await Promise.race([reached(total), running.then(() => undefined)]);
		},
		stop: async () => {
			stopping = true;
			await running;
		},
	};
};
