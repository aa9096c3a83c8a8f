import { setTimeout as wait } from 'node:timers/promises';
import type { ClickHouseClient } from '@clickhouse/client';
import { createQuerier } from '@vigie/kit/clickhouse';
import { z } from 'zod';
import type { History } from '../history/history.js';
import { declare } from './declarations.js';
import { type Destination, sendOnce } from './send.js';

/** Heartbeat is one event every tenth of a second, whatever happens: by its answers a sender's view of a fault is timed. */
export interface Heartbeat {
	/** longestSilenceMs gives the longest time without an acknowledgement, between a moment and now. */
	longestSilenceMs(sinceMs: number): number;
	/** untilStored waits until an event that was sent after a moment is in the store, acknowledged; it fails after `withinMs`. */
	untilStored(sinceMs: number, withinMs: number): Promise<void>;
	stop(): Promise<void>;
}

const EVERY_MS = 100;
const POLL_MS = 50;
/** As many as may wait for an answer: a sender that gets none must not pile up requests. */
const MOST_WAITING = 40;
/** As many as are looked for: one that was stored is enough. */
const LOOKED_FOR = 30;

interface Beat {
	readonly id: string;
	readonly sentMs: number;
	readonly acknowledgedMs: number;
}

/** startHeartbeat beats until it is stopped; moments are those of `performance.now()`. */
export const startHeartbeat = (
	destination: Destination,
	history: History,
	store: ClickHouseClient,
): Heartbeat => {
	const beats: Beat[] = [];
	const waiting = new Set<Promise<void>>();
	const beat = async (): Promise<void> => {
		const event = declare();
		const sentMs = performance.now();
		const told = await sendOnce(destination, [event], history);
		if (told === 'acknowledged') beats.push({ id: event.id, sentMs, acknowledgedMs: performance.now() });
	};
	const timer = setInterval(() => {
		if (waiting.size >= MOST_WAITING) return;
		const sending = beat().finally(() => waiting.delete(sending));
		waiting.add(sending);
	}, EVERY_MS);
	const countStored = createQuerier(store)({
		sql: 'SELECT count() AS n FROM private.events WHERE id IN (SELECT arrayJoin({ids: Array(UUID)}))',
		params: z.object({ ids: z.array(z.string()) }),
		row: z.object({ n: z.coerce.number() }),
	});
	const isStored = async (sinceMs: number): Promise<boolean> => {
		const ids = beats.filter(({ sentMs }) => sentMs >= sinceMs).map(({ id }) => id);
		if (ids.length === 0) return false;
		const [row] = await countStored({ ids: ids.slice(0, LOOKED_FOR) });
		return (row?.n ?? 0) > 0;
	};
	return {
		longestSilenceMs: (sinceMs) => {
			const moments = beats.map(({ acknowledgedMs }) => acknowledgedMs).filter((atMs) => atMs > sinceMs);
			const ordered = [sinceMs, ...moments.sort((a, b) => a - b)];
			return Math.max(...ordered.map((atMs, index) => (ordered[index + 1] ?? atMs) - atMs));
		},
		untilStored: async (sinceMs, withinMs) => {
			const deadlineMs = performance.now() + withinMs;
			// The store may be what is away.
			while (!(await isStored(sinceMs).catch(() => false))) {
				if (performance.now() > deadlineMs)
					throw new Error(`no event was stored within ${withinMs / 1000} s of the fault's end`);
				await wait(POLL_MS);
			}
		},
		stop: async () => {
			clearInterval(timer);
			await Promise.all(waiting);
		},
	};
};
