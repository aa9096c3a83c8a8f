import type { EventKind } from '@vigie/schemas/events';
import type { FieldError, ProblemCode } from '@vigie/schemas/problem';
import { Counter, Histogram, type Registry } from 'prom-client';
import { refusedField } from './refused-field.js';

/** IntakeMetrics says how much came in and what became of it; no label ever holds anything of a sender. */
export interface IntakeMetrics {
	counted(
		kind: EventKind | 'unknown',
		outcome: 'accepted' | 'again' | 'conflict' | 'refused' | 'unavailable',
	): void;
	/** refused counts where an event is wrong and how: a field and a code of ours, never a name from a body. It is kept nowhere else. */
	refused(error: FieldError): void;
	/** refusedRequest counts a request that was refused as such. */
	refusedRequest(code: ProblemCode): void;
	/** sending times one request to Kafka; call the result when it is over. */
	sending(events: number): (acknowledged: boolean) => void;
}

/** createIntakeMetrics registers them. */
export const createIntakeMetrics = (registry: Registry): IntakeMetrics => {
	const registers = [registry];
	const events = new Counter({
		name: 'ingest_events_total',
		help: 'Events received, by kind and by what became of them',
		labelNames: ['kind', 'outcome'],
		registers,
	});
	const refusals = new Counter({
		name: 'ingest_refusals_total',
		help: 'Reasons for which events and requests were refused, by field of the contract; request for what is none',
		labelNames: ['code', 'field'],
		registers,
	});
	const seconds = new Histogram({
		name: 'ingest_kafka_send_seconds',
		help: 'Time until Kafka acknowledged, or did not',
		labelNames: ['acknowledged'],
		buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
		registers,
	});
	const gathered = new Histogram({
		name: 'ingest_kafka_send_events',
		help: 'Events written to Kafka as one',
		buckets: [1, 5, 20, 100, 500, 1000],
		registers,
	});
	return {
		counted: (kind, outcome) => events.inc({ kind, outcome }),
		refused: ({ code, path }) => refusals.inc({ code, field: refusedField(path) }),
		refusedRequest: (code) => refusals.inc({ code, field: 'request' }),
		sending: (count) => {
			gathered.observe(count);
			const stop = seconds.startTimer();
			return (acknowledged) => void stop({ acknowledged: String(acknowledged) });
		},
	};
};
