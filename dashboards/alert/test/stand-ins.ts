import type { Event } from '@vigie/schemas/events';
import { declarationStore } from '../src/declarations/declaration-store.js';
import { alertOf } from '../src/declarations/event-builders.js';
import { createOutbox, type OutboxState } from '../src/declarations/outbox.js';
import type { SendOutcome } from '../src/declarations/send-event.js';
import { type KeyValue, memoryStorage } from '../src/key-value.js';

/** START is the instant at which the tests' clock begins: a Monday morning in Paris. */
export const START = Date.parse('2026-11-23T09:40:00Z');

let made = 0;

/** anId makes a UUID v4 that no other test has. */
export const anId = (): string => {
	made += 1;
	return `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`;
};

/** anAlert makes an alert as a tile does. */
export const anAlert = (platform = 'AMELI', now = START): Extract<Event, { kind: 'dysfunction.alerted' }> =>
	alertOf({ id: anId(), now: new Date(now) }, { platform });

/** Counter is a server whose answers are given one by one, by hand, and which notes what reached it. */
export interface Counter {
	readonly received: Event[];
	/** Answers the request that has waited longest. */
	readonly answer: (outcome: SendOutcome) => Promise<void>;
	readonly waiting: () => number;
}

/** settle lets the promises that are ready run to their end. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** openOutbox opens an outbox on a storage, with a clock and timers that only move when the test says so. */
export const openOutbox = (storage: KeyValue = memoryStorage()) => {
	let now = START;
	const timers: { at: number; run: () => void }[] = [];
	const received: Event[] = [];
	const pending: ((outcome: SendOutcome) => void)[] = [];
	const states: OutboxState[] = [];

	const outbox = createOutbox({
		store: declarationStore(storage),
		send: (event) => {
			received.push(event);
			return new Promise((resolve) => pending.push(resolve));
		},
		now: () => now,
		later: (delayMs, run) => void timers.push({ at: now + delayMs, run }),
		random: () => 0.5,
		changed: (state) => void states.push(state),
	});

	const counter: Counter = {
		received,
		waiting: () => pending.length,
		answer: async (outcome) => {
			const resolve = pending.shift();
			if (!resolve) throw new Error('nothing waits for an answer');
			resolve(outcome);
			await settle();
		},
	};

	const pass = async (ms: number): Promise<void> => {
		now += ms;
		for (const timer of timers.splice(0)) {
			if (timer.at <= now) timer.run();
			else timers.push(timer);
		}
		await settle();
	};

	return { outbox, counter, pass, states, storage };
};
