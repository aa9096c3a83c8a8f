import type { Event } from '@vigie/schemas/events';
import { drawAlert, drawProcedure, type Failure } from './declarations.js';
import { familyWeights } from './mix.js';
import type { Random } from './random.js';
import type { DemoWorker } from './workers.js';

/** Delivery is one arrival at intake: what was sent, by whom, and when it was received (milliseconds). */
export interface Delivery {
	readonly event: Event;
	readonly worker: DemoWorker;
	readonly receivedAtMs: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const ALERT_SHARE = familyWeights.alert / (familyWeights.alert + familyWeights.procedure);

/** createArrivals collects what arrives in a week, with the noise of a real network: retries, undone taps, late reports. */
export const createArrivals = (random: Random) => {
	const deliveries: Delivery[] = [];

	const push = (worker: DemoWorker, receivedAtMs: number, event: Event): void => {
		deliveries.push({ event, worker, receivedAtMs });
	};

	/** deliver adds an event: 3 % arrive twice, as after a lost answer, and 1 % are undone a minute later. */
	const deliver = (worker: DemoWorker, atMs: number, event: Event): void => {
		push(worker, atMs, event);
		if (random.uniform() < 0.03) push(worker, atMs + Math.ceil(random.uniform() * 30) * MINUTE_MS, event);
		if (random.uniform() < 0.01) {
			push(worker, atMs + MINUTE_MS, { ...event, revision: event.revision + 1, retracted: true });
		}
	};

	/** observedAt gives when it was seen: for 2 %, one to nine days before it is told. */
	const observedAt = (atMs: number): number =>
		random.uniform() < 0.02 ? atMs - Math.ceil(random.uniform() * 9) * DAY_MS : atMs;

	/** declare turns a failure into an alert or a failed procedure; some alerts are a tap, then its details. */
	const declare = (worker: DemoWorker, atMs: number, failure: Failure): void => {
		const observedMs = observedAt(atMs);
		if (random.uniform() >= ALERT_SHARE) {
			deliver(worker, atMs, drawProcedure(random, observedMs, failure));
			return;
		}
		const alert = drawAlert(random, observedMs, failure, false);
		if (random.uniform() >= 0.15) {
			deliver(worker, atMs, alert);
			return;
		}
		push(worker, atMs, alert);
		const precise = { ...drawAlert(random, observedMs, failure, true), id: alert.id, revision: 1 };
		deliver(worker, atMs + 2 * MINUTE_MS, precise);
	};

	return { deliveries, deliver, observedAt, declare };
};
