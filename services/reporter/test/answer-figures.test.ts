import { figuresOf } from '@vigie/reporter/views/figures';
import { bodyReplyId } from '@vigie/schemas/registry';
import { DELAYS } from '@vigie/schemas/reports/deadlines';
import { AnswerFigures, type BodyFigures } from '@vigie/schemas/reports/figures';
import { applyEvent, type Report } from '@vigie/schemas/reports/report';
import type { ReportFact } from '@vigie/schemas/reports/report-event';
import { expect, test } from 'vitest';
import { signalOf, useReporter, waitUntil } from './use-reporter.js';

const NOW = new Date('2026-11-24T13:00:00Z');
const viewing = { clock: { now: () => NOW }, delays: DELAYS, world: 'demo' } as const;

const opened: ReportFact = {
	type: 'opened',
	platform: 'CAF_MON_COMPTE',
	step: null,
	failureKind: 'PANNE',
	territory: 'FR',
	body: 'CNAF',
	level: 'signal',
	band: '10-19',
	sentence: { key: 'drift.country.signal', parameters: {} },
	onset: '2026-10-01T06:00:00Z',
	asOf: '2026-10-01T06:00:00Z',
	signal: 'a'.repeat(32),
	signalVersion: 1,
};
const answer = { reason: 'AUTRE', text: 'Dit autrement.' } as const;
const because = { because: 'signal', signal: 'b'.repeat(32) } as const;
/** The life of a report, as days at noon and what happened then. */
const lived = (...life: readonly (readonly [string, ReportFact])[]): Report => {
	let report: Report | null = null;
	for (const [day, fact] of life)
		report = applyEvent(report, {
			contract: '1-0-0',
			report: `r-${'0'.repeat(24)}`,
			version: (report?.version ?? 0) + 1,
			at: `${day}T12:00:00.000Z`,
			actor: { kind: 'reporter' },
			fact,
		});
	if (!report) throw new Error('no life');
	return report;
};
const seen: ReportFact = { type: 'seen' };
const acknowledged: ReportFact = { type: 'acknowledged' };
const committed = (date: string): ReportFact => ({ type: 'committed', ...answer, date });
const mended: ReportFact = { type: 'mended', ...answer, effectiveFrom: '2026-10-20T06:00:00Z' };
const figuresFor = (body: string, ...reports: readonly Report[]): BodyFigures | undefined =>
	figuresOf(reports, viewing, () => null).find((figures) => figures.body === body);

test('delays are counted in working days from when a body was asked, each held against the deadline of that moment', () => {
	const quick = lived(
		['2026-10-01', opened],
		['2026-10-02', seen],
		['2026-10-05', acknowledged],
		['2026-10-08', committed('2026-10-30')],
	);
	const late = lived(['2026-09-01', opened], ['2026-09-10', seen], ['2026-09-15', acknowledged]);

	const figures = figuresFor('CNAF', quick, late);

	expect(figures?.acknowledged).toMatchObject({ owed: 2, done: 2, inTime: 1, medianDays: 6 });
	expect(figures?.answered).toMatchObject({ owed: 2, done: 1, inTime: 1, medianDays: 5 });
	expect(figures?.answered.doneByDay.slice(4, 6)).toEqual([0, 1]);
	expect(figures).toMatchObject({ asked: 2, open: 2, overdue: 1, passed: 1 });
});

test('the body that sends a report on owes it no more, and the next one owes it from that day', () => {
	const sent = lived(
		['2026-10-01', opened],
		['2026-10-02', seen],
		['2026-10-06', { type: 'reassigned', ...answer, target: 'DINUM' }],
		['2026-10-07', seen],
		['2026-10-08', acknowledged],
	);

	expect(figuresFor('CNAF', sent)).toMatchObject({ asked: 1, open: 0, acknowledged: { owed: 0, done: 0 } });
	expect(figuresFor('DINUM', sent)).toMatchObject({
		asked: 1,
		open: 1,
		acknowledged: { owed: 1, done: 1, medianDays: 2 },
	});
});

test('a failure that comes back is owed anew, and is counted; a repair that holds too', () => {
	const back = lived(
		['2026-10-01', opened],
		['2026-10-02', seen],
		['2026-10-02', acknowledged],
		['2026-10-20', mended],
		['2026-10-30', { type: 'reopened', ...because }],
		['2026-11-02', acknowledged],
	);
	const held = lived(
		['2026-10-01', opened],
		['2026-10-02', seen],
		['2026-10-02', acknowledged],
		['2026-10-20', mended],
		['2026-11-10', { type: 'confirmed', because: 'verdict', signal: 'b'.repeat(32) }],
	);

	expect(figuresFor('CNAF', back, held)).toMatchObject({
		asked: 3,
		reopened: 1,
		confirmed: 1,
		acknowledged: { owed: 3, done: 3 },
		answered: { owed: 3, done: 2 },
	});
});

test('a rise to strong brings the deadline forward for what is still owed', () => {
	const life = [
		['2026-10-01', opened],
		['2026-10-02', seen],
	] as const;
	const calm = lived(...life, ['2026-10-07', acknowledged]);
	const risen = lived(
		...life,
		['2026-10-02', { type: 'level_changed', level: 'strong' }],
		['2026-10-07', acknowledged],
	);

	expect(figuresFor('CNAF', calm)?.acknowledged.inTime).toBe(1);
	expect(figuresFor('CNAF', risen)?.acknowledged.inTime).toBe(0);
});

test('what is more than a year old is not counted, and a body that was asked nothing is not there', () => {
	const old = lived(
		['2025-10-01', opened],
		['2025-10-02', seen],
		['2025-10-02', acknowledged],
		['2025-12-20', { type: 'lapsed' }],
	);

	expect(figuresOf([old], viewing, () => null)).toEqual([]);
});

test('everyone reads them without an account, with what the body says of them, until it takes that back', async () => {
	const stack = await useReporter();
	const reporter = await stack.startReporter();
	const read = async () =>
		AnswerFigures.parse(await (await reporter.ask('/v1/reports/answers', null)).json()).bodies;
	await stack.publish(signalOf());
	const [figures] = await waitUntil(async () => {
		const bodies = await read();
		return bodies.length > 0 && bodies;
	}, 'a body that was asked');
	expect(figures).toMatchObject({ body: 'CNAF', asked: 1, open: 1, overdue: 0, reply: null });

	const record = { type: 'body-reply', id: bodyReplyId('CNAF'), body: 'CNAF', withdrawn: false } as const;
	await stack.register({ ...record, text: 'Nous répondons.', at: '2026-11-18T09:00:00.000Z' });
	await waitUntil(async () => (await read())[0]?.reply?.text === 'Nous répondons.', 'the reply');
	expect((await read())[0]?.reply?.on).toBe('2026-11-18');

	await stack.register({ ...record, text: '-', at: '2026-11-18T09:00:00.000Z', withdrawn: true });
	await waitUntil(async () => (await read())[0]?.reply === null, 'the reply to be gone');
});
