import { setTimeout as wait } from 'node:timers/promises';
import { median } from '../bench/measure.js';
import { declareMany, keyOf } from '../chaos/declarations.js';
import type { FragileStack } from '../chaos/fragile-stack.js';
import { sendUntilTold } from '../chaos/send.js';
import { createHistory, type History } from '../history/history.js';

/** Overload is what came of offering three times what a stack can take. */
export interface Overload {
	/** Events a second that it took when nobody offered more. */
	readonly capacity: number;
	/** Events a second that were offered. */
	readonly offered: number;
	/** Requests by status; 0 is no answer at all. */
	readonly answers: Readonly<Record<number, number>>;
	/** Answers 429 and 503 that did not say when to come back. */
	readonly withoutRetryAfter: number;
	/** Resident memory, megabytes, median of each half. */
	readonly memory: Readonly<
		Record<'intake' | 'gateway', { readonly first: number; readonly second: number }>
	>;
	/** From the end of the overload until one event is acknowledged within a second. */
	readonly recoveredMs: number;
	/** What was acknowledged. */
	readonly history: History;
}

/** Round trips to Kafka take that much longer: what can be taken depends on it, and not on how busy this machine is. */
const KAFKA_DELAY_MS = 150;
const BATCH = 200;
const MEASURE_MS = 4_000;
const SENDERS = 16;
const TIMES = 3;
const SAMPLE_MS = 500;
const RECOVERY_MS = 60_000;

const measureCapacity = async (stack: FragileStack, history: History): Promise<number> => {
	const startedMs = performance.now();
	const before = history.acknowledged;
	const send = async (): Promise<void> => {
		while (performance.now() - startedMs < MEASURE_MS)
			await sendUntilTold(stack, declareMany(BATCH), history);
	};
	await Promise.all(Array.from({ length: SENDERS }, send));
	return ((history.acknowledged - before) * 1000) / (performance.now() - startedMs);
};

/** residentMb reads what a service says of its own memory; null while it is too busy to say. */
const residentMb = async (healthUrl: string): Promise<number | null> => {
	const response = await fetch(`${healthUrl}/metrics`, { signal: AbortSignal.timeout(5_000) });
	const bytes = /^process_resident_memory_bytes\S* (\S+)/m.exec(await response.text())?.[1];
	return bytes === undefined ? null : Number(bytes) / 1_000_000;
};

const untilQuick = async (stack: FragileStack, history: History): Promise<number> => {
	const startedMs = performance.now();
	for (;;) {
		const askedMs = performance.now();
		await sendUntilTold(stack, declareMany(1), history);
		const nowMs = performance.now();
		if (nowMs - askedMs < 1_000) return nowMs - startedMs;
		if (nowMs - startedMs > RECOVERY_MS) throw new Error('no quick answer after the overload');
	}
};

/** runOverload offers, for `seconds`, three times what the stack takes, whether it answers or not, and watches. */
export const runOverload = async (
	stack: FragileStack,
	seconds: number,
	onSample: (answers: Readonly<Record<number, number>>, memory: string) => void = () => undefined,
): Promise<Overload> => {
	const history = createHistory();
	stack.links['intake to Kafka'].delay(KAFKA_DELAY_MS);
	const capacity = await measureCapacity(stack, history);
	const offered = capacity * TIMES;
	const answers: Record<number, number> = {};
	let withoutRetryAfter = 0;
	const offer = async (): Promise<void> => {
		const events = declareMany(BATCH);
		let status = 0;
		try {
			const response = await fetch(new URL('/v1/events/batch', stack.url), {
				method: 'POST',
				headers: { authorization: stack.authorization, 'content-type': 'application/json' },
				body: JSON.stringify({ events }),
				signal: AbortSignal.timeout(30_000),
			});
			await response.arrayBuffer();
			status = response.status;
			const says = Number(response.headers.get('retry-after')) > 0;
			if ((status === 429 || status === 503) && !says) withoutRetryAfter += 1;
		} catch {
			// No answer: counted as such.
		}
		answers[status] = (answers[status] ?? 0) + 1;
		if (status !== 202) return;
		history.sent(events.map(keyOf));
		history.told(events.map(keyOf), 'acknowledged');
	};
	const urls = {
		intake: `http://127.0.0.1:${stack.env.VIGIE_INTAKE_PORT}`,
		gateway: `http://127.0.0.1:${stack.env.VIGIE_GATEWAY_HEALTH_PORT}`,
	};
	const samples: Record<'intake' | 'gateway', number[]> = { intake: [], gateway: [] };
	const sample = async (name: 'intake' | 'gateway'): Promise<void> => {
		const mb = await residentMb(urls[name]).catch(() => null);
		if (mb !== null) samples[name].push(mb);
	};
	const pending = new Set<Promise<void>>();
	const startedMs = performance.now();
	let sampledMs = startedMs;
	for (let number = 0; ; number += 1) {
		const dueMs = startedMs + (number * BATCH * 1000) / offered;
		if (dueMs - startedMs > seconds * 1000) break;
		if (dueMs > performance.now()) await wait(dueMs - performance.now());
		const sending = offer().finally(() => pending.delete(sending));
		pending.add(sending);
		if (performance.now() - sampledMs < SAMPLE_MS) continue;
		sampledMs = performance.now();
		void Promise.all([sample('intake'), sample('gateway')]);
		onSample(answers, `intake ${samples.intake.at(-1) ?? 0} MB, gateway ${samples.gateway.at(-1) ?? 0} MB`);
	}
	const recoveredMs = await untilQuick(stack, history);
	await Promise.all(pending);
	stack.links['intake to Kafka'].delay(0);
	const halves = (values: readonly number[]) => ({
		first: Math.round(median(values.slice(0, values.length >> 1))),
		second: Math.round(median(values.slice(values.length >> 1))),
	});
	return {
		capacity: Math.round(capacity),
		offered: Math.round(offered),
		answers,
		withoutRetryAfter,
		memory: { intake: halves(samples.intake), gateway: halves(samples.gateway) },
		recoveredMs: Math.round(recoveredMs),
		history,
	};
};
