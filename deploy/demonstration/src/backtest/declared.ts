import { slotOf } from '@vigie/schemas/calendar';
import type { Event } from '@vigie/schemas/events';
import type { Delivery } from '../arrivals.js';
import type { DemoWorker } from '../workers.js';

/** Failure is an event that says which platform failed: an alert or a failed procedure. */
type Failure = Extract<Event, { platform: string }>;

/** Declared is an event as a closing counts it: its last revision, who sent its first, in which quarter of an hour. */
export interface Declared {
	readonly event: Failure;
	readonly worker: DemoWorker;
	readonly slotMs: number;
}

const isFailure = (event: Event): event is Failure => 'platform' in event;

interface Kept {
	readonly first: Delivery;
	readonly last: Delivery;
}

/** declaredOf keeps of a week's arrivals each event once, as a closing does: first reception, last revision, none that was withdrawn. */
export const declaredOf = (deliveries: readonly Delivery[]): readonly Declared[] => {
	const kept = new Map<string, Kept>();
	for (const delivery of deliveries) {
		const known = kept.get(delivery.event.id);
		const first = known && known.first.receivedAtMs <= delivery.receivedAtMs ? known.first : delivery;
		const last = known && known.last.event.revision >= delivery.event.revision ? known.last : delivery;
		kept.set(delivery.event.id, { first, last });
	}
	return [...kept.values()].flatMap(({ first, last: { event } }): Declared[] =>
		isFailure(event) && !event.retracted
			? [{ event, worker: first.worker, slotMs: Date.parse(slotOf(new Date(first.receivedAtMs))) }]
			: [],
	);
};
