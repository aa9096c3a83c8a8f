import { setTimeout as wait } from 'node:timers/promises';
import { BatchReceipt } from '@vigie/schemas/http';
import type { History, Told } from '../history/history.js';
import { type Declaration, keyOf } from './declarations.js';
import type { FragileStack } from './fragile-stack.js';

/** Destination is where to send, and as whom. */
export type Destination = Pick<FragileStack, 'url' | 'authorization'>;

// Beyond what any service takes to say that it cannot.
const ANSWER_MS = 15_000;
const BEFORE_AGAIN_MS = 50;

/** sendOnce sends a batch and notes what it was told; `unknown` when there was no answer, or none to rely on. */
export const sendOnce = async (
	{ url, authorization }: Destination,
	events: readonly Declaration[],
	history: History,
): Promise<Told> => {
	const keys = events.map(keyOf);
	history.sent(keys);
	try {
		const response = await fetch(new URL('/v1/events/batch', url), {
			method: 'POST',
			headers: { authorization, 'content-type': 'application/json' },
			body: JSON.stringify({ events }),
			signal: AbortSignal.timeout(ANSWER_MS),
		});
		const text = await response.text();
		if (response.status !== 202) {
			const told = response.status === 503 || response.status === 429 ? 'unknown' : 'refused';
			history.told(keys, told);
			return told;
		}
		const refused = new Set(BatchReceipt.parse(JSON.parse(text)).refused.map(({ index }) => index));
		history.told(
			keys.filter((_key, index) => refused.has(index)),
			'refused',
		);
		history.told(
			keys.filter((_key, index) => !refused.has(index)),
			'acknowledged',
		);
		return refused.size === 0 ? 'acknowledged' : 'refused';
	} catch {
		history.told(keys, 'unknown');
		return 'unknown';
	}
};

/** sendUntilTold sends the same batch again until it is acknowledged or refused, as an outbox does; it fails after `withinMs`. */
export const sendUntilTold = async (
	destination: Destination,
	events: readonly Declaration[],
	history: History,
	withinMs = 120_000,
): Promise<Told> => {
	const deadlineMs = performance.now() + withinMs;
	for (;;) {
		const told = await sendOnce(destination, events, history);
		if (told !== 'unknown') return told;
		if (performance.now() > deadlineMs) throw new Error(`not acknowledged within ${withinMs / 1000} s`);
		await wait(BEFORE_AGAIN_MS);
	}
};
