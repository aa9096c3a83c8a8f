import { createQuerier } from '@vigie/kit/clickhouse';
import { z } from 'zod';
import { clickhouseOf, type OwnStack } from '../own-stack.js';
import { alertBody } from './bodies.js';
import { type Figure, round } from './measure.js';

const EVENTS = 400;
const EVERY_MS = 50;
const POLL_MS = 20;
const GIVE_UP_MS = 30_000;

const percentile = (values: readonly number[], share: number): number =>
	[...values].sort((a, b) => a - b)[Math.floor(share * values.length)] ?? Number.POSITIVE_INFINITY;

/** benchVisible measures the time from the 202 to the row being visible in ClickHouse, at a steady 20 events a second. */
export const benchVisible = async (stack: OwnStack): Promise<Figure> => {
	const token = await stack.enrolDevice();
	const client = await clickhouseOf(stack, 'detector');
	const visible = createQuerier(client)({
		sql: 'SELECT toString(id) AS id FROM private.events WHERE id IN (SELECT arrayJoin({ids: Array(UUID)}))',
		params: z.object({ ids: z.array(z.string()) }),
		row: z.object({ id: z.string() }),
	});
	const answeredMs = new Map<string, number>();
	const delays: number[] = [];
	let sending = true;
	const watch = async (): Promise<void> => {
		const startedMs = performance.now();
		while (sending || answeredMs.size > 0) {
			if (performance.now() - startedMs > EVENTS * EVERY_MS + GIVE_UP_MS)
				throw new Error(`${answeredMs.size} events never became visible`);
			const rows = answeredMs.size === 0 ? [] : await visible({ ids: [...answeredMs.keys()] });
			const seenMs = performance.now();
			for (const { id } of rows) {
				delays.push(seenMs - (answeredMs.get(id) ?? seenMs));
				answeredMs.delete(id);
			}
			await new Promise((resolve) => setTimeout(resolve, POLL_MS));
		}
	};
	const watching = watch();
	for (let number = 0; number < EVENTS; number += 1) {
		const body = alertBody();
		const response = await fetch(`${stack.url}/v1/events`, {
			method: 'POST',
			headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
			body,
		});
		if (response.status !== 202) throw new Error(`an event was answered ${response.status}`);
		answeredMs.set(z.object({ id: z.string() }).parse(JSON.parse(body)).id, performance.now());
		await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
	}
	sending = false;
	await watching;
	await client.close();
	return {
		name: '202 to visible, p99 (s)',
		value: round(percentile(delays, 0.99) / 1000),
		must: 2,
		aim: 0.5,
		atLeast: false,
		detail: `p50 ${round(percentile(delays, 0.5) / 1000)} s over ${delays.length} events through the gateway`,
	};
};
