import { createPublisherMetrics } from '@vigie/publisher/jobs/metrics';
import { runTick } from '@vigie/publisher/jobs/run-tick';
import { useClickHouse } from '@vigie/test/engines';
import { Registry } from 'prom-client';
import { expect, it } from 'vitest';
import { useSmallWorld } from './small-world.js';
import { tokensLeft } from './store.js';

it('a week that was left unfinished is asked for again, even when later ones were closed since', async () => {
	const client = (await useClickHouse()).clientOf('publisher');
	const closedAt = Date.parse('2026-11-17T05:00:00Z') / 1000;
	await client.insert({
		table: 'state.closings',
		values: ['2026-W44', '2026-W46'].map((week) => ({ week, closedAt })),
		format: 'JSONEachRow',
	});
	// W44 was closed and not forgotten; W45 was never closed; W46 is done; the keys of W47 and on wait for their weeks.
	const held = new Set(['weeks/2026-W44', 'weeks/2026-W45', 'weeks/2026-W47', 'weeks/2026-W48']);
	const asked: string[] = [];

	await runTick({
		client,
		keys: { read: async (name) => (held.has(name) ? Buffer.alloc(32) : null) },
		clock: { now: () => new Date('2026-11-24T05:00:00Z') },
		since: new Date('2026-10-01T00:00:00Z'),
		metrics: createPublisherMetrics(new Registry()),
		enqueue: async (week) => void asked.push(week),
	});

	expect(asked).toEqual(['2026-W44', '2026-W45', '2026-W47']);
});

it('a closed week whose events came back with their tokens is forgotten again', async () => {
	const world = await useSmallWorld(['a', 'b']);
	const report = { event: 1, week: '2026-W46', structure: 'a' };
	await world.receive([report]);
	await world.close('2026-W46');
	// The same message read again from the log, as after a loss of the loader's offsets.
	await world.receive([{ ...report, event: 2 }]);
	const asked: string[] = [];

	await runTick({
		client: world.publisher,
		keys: { read: async () => null },
		clock: { now: () => new Date('2026-11-17T06:00:00Z') },
		since: new Date('2026-11-09T00:00:00Z'),
		metrics: createPublisherMetrics(new Registry()),
		enqueue: async (week) => void asked.push(week),
	});
	await world.close('2026-W46');

	expect(asked).toEqual(['2026-W46']);
	expect(await tokensLeft(world.publisher, 202646)).toBe(0);
});
