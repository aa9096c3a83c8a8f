import { setTimeout as wait } from 'node:timers/promises';
import { median } from '../bench/measure.js';
import { declareMany, keyOf } from '../chaos/declarations.js';
import type { FragileStack } from '../chaos/fragile-stack.js';
import { sendUntilTold } from '../chaos/send.js';
import { createHistory, type History } from '../history/history.js';

/** Overload is what came of offering three times what a stack can take. */
export interface Overload {
	/** Events a second that it took. */
	readonly taken: number;
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
	/** From the end of the overload until one event is acknowledged within three seconds. */
	readonly recoveredMs: number;
	/** What was acknowledged. */
	readonly history: History;
}

/** Each way to Kafka takes that much longer, so that what can be taken is not decided by how busy this machine is. */
const KAFKA_DELAY_MS = 100;
const BATCH = 200;
/** For each event that is taken, three are offered, and one batch each tenth of a second whatever happens. */
const TIMES = 3;
const LEAST_EVERY_MS = 100;
/** Batches offered at once in the beginning: more than may wait. */
const HEAD_START = 60;
const LOOK_MS = 5;
const SAMPLE_MS = 500;
const RECOVERY_MS = 60_000;
/** What a person would still call an answer at once, on a machine that does other things too. */
const QUICK_MS = 3_000;

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
		if (nowMs - askedMs < QUICK_MS) return nowMs - startedMs;
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
	let offered = 0;
	const answers: Record<number, number> = {};
	let withoutRetryAfter = 0;
	const offer = async (): Promise<void> => {
		const events = declareMany(BATCH);
		// Before it leaves: what is answered 503 may have been written, in part or whole.
		history.sent(events.map(keyOf));
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
		if (status === 202) history.told(events.map(keyOf), 'acknowledged');
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
	for (let spentMs = 0; spentMs < seconds * 1000; spentMs = performance.now() - startedMs) {
		while (offered < HEAD_START + TIMES * (answers[202] ?? 0) + spentMs / LEAST_EVERY_MS) {
			offered += 1;
			const sending = offer().finally(() => pending.delete(sending));
			pending.add(sending);
		}
		await wait(LOOK_MS);
		if (performance.now() - sampledMs < SAMPLE_MS) continue;
		sampledMs = performance.now();
		void Promise.all([sample('intake'), sample('gateway')]);
		onSample(answers, `intake ${samples.intake.at(-1) ?? 0} MB, gateway ${samples.gateway.at(-1) ?? 0} MB`);
	}
	const taken = history.acknowledged;
	const recoveredMs = await untilQuick(stack, history);
	await Promise.all(pending);
	stack.links['intake to Kafka'].delay(0);
	const halves = (values: readonly number[]) => ({
		first: Math.round(median(values.slice(0, values.length >> 1))),
		second: Math.round(median(values.slice(values.length >> 1))),
	});
	return {
		taken: Math.round(taken / seconds),
		offered: Math.round((offered * BATCH) / seconds),
		answers,
		withoutRetryAfter,
		memory: { intake: halves(samples.intake), gateway: halves(samples.gateway) },
		recoveredMs: Math.round(recoveredMs),
		history,
	};
};
