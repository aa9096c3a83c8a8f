import { readFonts } from '@vigie/reporter/print/fonts';
import { reportPdf } from '@vigie/reporter/print/report-pdf';
import { eventsOf } from '@vigie/reporter/reports/events-of';
import { factsOfSignal } from '@vigie/reporter/signals/facts-of-signal';
import { DELAYS } from '@vigie/schemas/reports/deadlines';
import { applyEvent, type Report } from '@vigie/schemas/reports/report';
import type { ReportFact } from '@vigie/schemas/reports/report-event';
import { expect, test } from 'vitest';
import { signalOf } from './use-reporter.js';

const AT = new Date('2026-11-12T10:00:00Z');
const viewing = { clock: { now: () => AT }, delays: DELAYS, world: 'demo' } as const;
const text = 'Nous étudions une correction de ce service. '.repeat(12).slice(0, 500);
const repair: readonly ReportFact[] = [
	{ type: 'acknowledged' },
	{ type: 'workaround_published', text, validUntil: '2026-12-31' },
	{ type: 'committed', reason: 'AUTRE', text, date: '2026-12-04' },
	{ type: 'mended', reason: 'AUTRE', text, effectiveFrom: '2026-11-12T09:00:00Z' },
	{ type: 'reopened', because: 'verdict', signal: 'b'.repeat(32) },
];

const longest = (): Report => {
	const effect = factsOfSignal(signalOf(), []);
	let report: Report | null = null;
	const facts: readonly ReportFact[] = [
		...(effect?.facts ?? []),
		{ type: 'seen' },
		...repair,
		...repair,
		...repair,
		...repair.slice(0, 4),
		{ type: 'right_of_reply', text },
	];
	for (const fact of facts)
		for (const event of eventsOf(
			report ?? { id: effect?.id ?? '', version: 0 },
			[fact],
			{ kind: 'body', body: 'CNAF', account: null },
			AT,
		))
			report = applyEvent(report, event);
	if (!report) throw new Error('a signal opens a report');
	return report;
};

test('a report is one A4 page, however long its life and its texts, and the same bytes each time', async () => {
	const fonts = readFonts();

	const [page, again] = await Promise.all(
		[1, 2].map(() => reportPdf(longest(), viewing, 'http://127.0.0.1:8080', fonts)),
	);

	const raw = page?.toString('latin1') ?? '';
	expect(raw.startsWith('%PDF-')).toBe(true);
	expect(raw.match(/\/Type \/Page\b/g)).toHaveLength(1);
	expect(raw).toContain('/MediaBox [0 0 595.28 841.89]');
	expect(again?.equals(page ?? Buffer.alloc(0))).toBe(true);
});
