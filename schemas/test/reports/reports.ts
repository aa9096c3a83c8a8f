import { applyEvent, type Report } from '../../src/reports/report.js';
import type { Actor, ReportEvent, ReportFact } from '../../src/reports/report-event.js';

export const ID = 'r-3f0c9a7e51b24d6890aa12cd';
export const OPENED_AT = '2026-11-10T06:05:00.000Z';
export const NOW = new Date('2026-11-12T10:00:00Z');

const reporter: Actor = { kind: 'reporter' };
export const opened = {
	type: 'opened',
	platform: 'CAF_MON_COMPTE',
	step: 'CONNEXION',
	failureKind: 'NIR_PROVISOIRE',
	territory: 'FR',
	body: 'CNAF',
	level: 'signal',
	band: '10-19',
	sentence: { key: 'drift.country.signal', parameters: { platform: 'CAF_MON_COMPTE' } },
	onset: '2026-11-09T23:00:00Z',
	asOf: '2026-11-10T06:00:00Z',
	signal: 'a'.repeat(32),
	signalVersion: 1,
} as const satisfies ReportFact;

/** eventOf makes the event that follows a report. */
export const eventOf = (report: Report | null, fact: ReportFact, at = OPENED_AT): ReportEvent => ({
	contract: '1-0-0',
	report: ID,
	version: (report?.version ?? 0) + 1,
	at,
	actor: reporter,
	fact,
});

/** after gives a report that was opened and to which these facts happened, in order. */
export const after = (...facts: readonly ReportFact[]): Report => {
	let report = applyEvent(null, eventOf(null, opened));
	for (const fact of facts) report = applyEvent(report, eventOf(report, fact));
	return report;
};

const answer = { reason: 'AUTRE', text: 'Dit autrement.' } as const;

/** factTo is a fact that leads to each state. */
export const factTo = {
	opened,
	sent: { type: 'sent', channels: ['email'] },
	seen: { type: 'seen' },
	acknowledged: { type: 'acknowledged' },
	reassigned: { type: 'reassigned', reason: 'HORS_PERIMETRE', text: null, target: 'CNAM' },
	not_reproduced: { type: 'not_reproduced', ...answer },
	contested: { type: 'contested', ...answer },
	workaround_published: { type: 'workaround_published', text: 'Par le téléphone.', validUntil: '2026-12-31' },
	committed: { type: 'committed', ...answer, date: '2026-12-04' },
	mended: { type: 'mended', ...answer, effectiveFrom: '2026-11-12T09:00:00Z' },
	in_observation: { type: 'in_observation', because: 'verdict', signal: 'b'.repeat(32) },
	confirmed: { type: 'confirmed', because: 'verdict', signal: 'b'.repeat(32) },
	reopened: { type: 'reopened', because: 'signal', signal: 'b'.repeat(32) },
	lapsed: { type: 'lapsed' },
} as const satisfies Record<string, ReportFact>;
