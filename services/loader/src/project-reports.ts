import type { ClickHouseClient } from '@clickhouse/client';
import { ReportEvent, type ReportFact, WRITER_KEY } from '@vigie/schemas/reports/report-event';
import type { KafkaMessage } from 'kafkajs';
import type { Logger } from 'pino';
import type { BatchHandler } from './consumer.js';
import { projectBatch } from './project-batch.js';

const secondsOf = (instant: string): number => Date.parse(instant) / 1_000;

/** bodyOf gives who must answer from a step on, where the step says so. */
const bodyOf = (fact: ReportFact): string | null => {
	if (fact.type === 'opened') return fact.body;
	return fact.type === 'reassigned' ? fact.target : null;
};

const levelOf = (fact: ReportFact): string | null =>
	fact.type === 'opened' || fact.type === 'level_changed' ? fact.level : null;

/** reportRowOf maps an event to its row of `state.report_events`; fields of the opening are empty on what follows. */
const reportRowOf = (event: ReportEvent, offset: string) => {
	const { fact } = event;
	const opening = fact.type === 'opened' ? fact : null;
	return {
		report: event.report,
		version: event.version,
		at: event.at,
		actor: event.actor.kind,
		actorBody: event.actor.kind === 'body' ? event.actor.body : null,
		type: fact.type,
		platform: opening?.platform ?? '',
		step: opening?.step ?? null,
		failureKind: opening?.failureKind ?? null,
		territory: fact.type === 'opened' || fact.type === 'signal_attached' ? fact.territory : null,
		body: bodyOf(fact),
		level: levelOf(fact),
		onset: opening ? secondsOf(opening.onset) : null,
		effectiveFrom: fact.type === 'mended' ? secondsOf(fact.effectiveFrom) : null,
		reason: 'reason' in fact ? fact.reason : null,
		content: JSON.stringify(event),
		offset,
	};
};

type Reading = { readonly event: ReportEvent | null };

/** readEvent reads a message; null when it cannot be read, no event when it is a writer that began. */
const readEvent = ({ key, value }: Pick<KafkaMessage, 'key' | 'value'>): Reading | null => {
	if (key?.toString('utf8') === WRITER_KEY) return { event: null };
	try {
		return { event: ReportEvent.parse(JSON.parse(value?.toString('utf8') ?? '')) };
	} catch {
		return null;
	}
};

/** createReportProjector makes the handler of `reports.v1`, which writes each step of a report's life to `state.report_events`. */
export const createReportProjector = (client: ClickHouseClient, logger: Logger): BatchHandler =>
	projectBatch(client, logger, {
		table: 'state.report_events',
		what: 'reports',
		rowsOf: (message) => {
			const reading = readEvent(message);
			if (reading === null) return null;
			return reading.event ? [reportRowOf(reading.event, message.offset)] : [];
		},
	});
