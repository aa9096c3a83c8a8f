import type { AdmittedEvent } from '@vigie/schemas/admitted-event';
import type { Acknowledged, DuplicateMemory, Revision } from './duplicate-memory.js';
import { type EventLog, unavailable } from './event-log.js';
import { createGatherer, type Gatherer } from './gather.js';
import { createLanes } from './lanes.js';
import type { IntakeMetrics } from './metrics.js';

/** Outcome of an admitted event: written, written before (with the slot it had then), or in conflict with that. */
export type Outcome =
	| { readonly kind: 'accepted' | 'again'; readonly receivedSlot: string }
	| { readonly kind: 'conflict' };

/** Acceptance writes admitted events to Kafka; it resolves once they are acknowledged. */
export type Acceptance = Gatherer<AdmittedEvent, Outcome>;

/** A few milliseconds gather some hundred events into one request to Kafka; the network itself takes as long. */
const GATHER_MS = 3;
/** With a whole batch on top, even one partition's share stays below the largest record batch that a broker takes (1 MiB). */
const MOST_IN_RUN = 400;
const MOST_WAITING = 5_000;

const revisionOf = ({ event, admission }: AdmittedEvent): Revision => ({
	id: event.id,
	revision: event.revision,
	bodyHash: admission.bodyHash,
});

const compare = (revision: Revision, known: Acknowledged): Outcome =>
	known.bodyHash === revision.bodyHash
		? { kind: 'again', receivedSlot: known.receivedSlot }
		: { kind: 'conflict' };

/** createAcceptance looks up what was acknowledged before, sends the rest as one, remembers it. */
export const createAcceptance = (
	memory: DuplicateMemory,
	log: EventLog,
	metrics: Pick<IntakeMetrics, 'counted'>,
): Acceptance => {
	const run = async (lane: number, admitted: readonly AdmittedEvent[]): Promise<Outcome[]> => {
		const revisions = admitted.map(revisionOf);
		const known = await memory.recall(revisions);
		// Two bodies of one revision may also come together: the first stands.
		const first = new Map<string, Acknowledged>();
		const fresh: number[] = [];
		const outcomes = revisions.map((revision, index): Outcome => {
			const name = `${revision.id}:${revision.revision}`;
			const before = known[index] ?? first.get(name);
			if (before) return compare(revision, before);
			const receivedSlot = admitted[index]?.admission.receivedSlot ?? '';
			first.set(name, { bodyHash: revision.bodyHash, receivedSlot });
			fresh.push(index);
			return { kind: 'accepted', receivedSlot };
		});
		const written = fresh.flatMap((index) => admitted[index] ?? []);
		if (written.length > 0) {
			try {
				await log.send(lane, written);
			} catch (err) {
				for (const { event } of written) metrics.counted(event.kind, 'unavailable');
				throw err;
			}
		}
		memory.remember(
			written.map(revisionOf),
			written.map(({ admission }) => admission.receivedSlot),
		);
		outcomes.forEach(({ kind }, index) => {
			const event = admitted[index]?.event;
			if (event) metrics.counted(event.kind, kind);
		});
		return outcomes;
	};
	const lanes = Array.from({ length: log.lanes }, (_none, lane) =>
		createGatherer({
			run: (admitted: readonly AdmittedEvent[]) => run(lane, admitted),
			waitMs: GATHER_MS,
			mostInRun: MOST_IN_RUN,
			mostWaiting: MOST_WAITING,
			overloaded: unavailable,
		}),
	);
	// By id: revisions of one event stay in order, and a repetition meets the first.
	return createLanes(lanes, ({ event }) => event.id.charCodeAt(0) % lanes.length);
};
