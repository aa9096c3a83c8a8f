import { Event } from '@vigie/schemas/events';
import { Batch } from '@vigie/schemas/http';
import autocannon from 'autocannon';
import type { OwnStack } from '../own-stack.js';
import { batchBody } from './bodies.js';
import { type Figure, median, round } from './measure.js';

const ROUNDS = 3;
const SECONDS = 5;
const EVENTS = 500;

const parseRate = (): number => {
	const bodies = Array.from({ length: 20 }, () => batchBody(EVENTS));
	const startedMs = performance.now();
	let parsed = 0;
	while (performance.now() - startedMs < 2_000) {
		const body = bodies[(parsed / EVENTS) % bodies.length] ?? '';
		for (const event of Batch.parse(JSON.parse(body)).events) Event.parse(event);
		parsed += EVENTS;
	}
	return (parsed * 1000) / (performance.now() - startedMs);
};

const load = async (url: string, key: string): Promise<number> => {
	// Ready-made bodies, each sent once: making them is the client's work, not the service's.
	const bodies = Array.from({ length: 500 }, () => batchBody(EVENTS));
	const result = await autocannon({
		url,
		method: 'POST',
		connections: 4,
		duration: SECONDS,
		headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
		requests: [{ setupRequest: (request) => ({ ...request, body: bodies.pop() ?? batchBody(EVENTS) }) }],
	});
	if (result.non2xx > 0) throw new Error(`${result.non2xx} answers were not 2xx`);
	return (result['2xx'] * EVENTS) / result.duration;
};

/** benchBatch measures events a second in batches of 500, absolutely and against JSON.parse with zod of the same bodies. */
export const benchBatch = async (stack: OwnStack): Promise<readonly Figure[]> => {
	const key = await stack.makeApiKey();
	const url = `${stack.intakeUrl}/v1/events/batch`;
	await load(url, key);
	const parses: number[] = [];
	const events: number[] = [];
	for (let turn = 0; turn < ROUNDS; turn += 1) {
		parses.push(parseRate());
		events.push(await load(url, key));
	}
	const rate = median(events);
	return [
		{
			name: 'batch, events/s',
			value: Math.round(rate),
			must: 20_000,
			aim: 20_000,
			atLeast: true,
			detail: '500 a batch, 4 connections',
		},
		{
			name: 'batch / JSON.parse + zod',
			value: round(rate / median(parses)),
			must: 0,
			aim: 0.15,
			atLeast: true,
			detail: `against ${Math.round(median(parses))} events/s parsed in one process`,
		},
	];
};
