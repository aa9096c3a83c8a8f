import { nextAnswer } from '@vigie/reporter/demonstration/next-answer';
import { eventsOf } from '@vigie/reporter/reports/events-of';
import { factsOfSignal } from '@vigie/reporter/signals/facts-of-signal';
import { applyEvent, type Report } from '@vigie/schemas/reports/report';
import { expect, test } from 'vitest';
import { signalOf } from './use-reporter.js';

const openedBy = (seed: number, platform: string): Report => {
	const signal = signalOf({
		id: String(seed).padStart(32, '0'),
		coordinates: { ...signalOf().coordinates, platform },
	});
	const effect = factsOfSignal(signal, []);
	const [event] = eventsOf(
		{ id: effect?.id ?? '', version: 0 },
		effect?.facts ?? [],
		{ kind: 'reporter' },
		new Date('2026-03-03T05:00:00Z'),
	);
	if (!event) throw new Error('a signal opens a report');
	return applyEvent(null, event);
};

const liveOf = (opened: Report): Report => {
	let report = opened;
	for (;;) {
		const answer = nextAnswer(report, 'seed');
		if (!answer) return report;
		expect(answer.at.getTime()).toBeGreaterThanOrEqual(Date.parse(report.stateSince));
		for (const event of eventsOf(
			report,
			[answer.fact],
			{ kind: 'body', body: report.body, account: null },
			answer.at,
		))
			report = applyEvent(report, event);
	}
};

const lives = (platform: string) =>
	Array.from({ length: 200 }, (_none, seed) => liveOf(openedBy(seed, platform)));

test('bodies of the demonstration answer in an order that the machine allows, on working days, mostly by mending', () => {
	const all = lives('CAF_MON_COMPTE');
	const share = (state: string) => all.filter((report) => report.state === state).length / all.length;

	expect(share('mended')).toBeGreaterThan(0.6);
	expect(share('contested')).toBeGreaterThan(0.02);
	expect(all.filter(({ reassignments }) => reassignments > 0).length).toBeGreaterThan(0);
	for (const { life } of all)
		for (const { at } of life.slice(1)) expect([0, 6]).not.toContain(new Date(at).getUTCDay());
	expect(lives('CAF_MON_COMPTE')).toEqual(all);
});

test('one of them never answers', () => {
	expect(new Set(lives('ANEF').map(({ state }) => state))).toEqual(new Set(['opened']));
});

test('somebody real who takes the place of a body is left alone', () => {
	const opened = openedBy(1, 'CAF_MON_COMPTE');
	const [seen] = eventsOf(
		opened,
		[{ type: 'seen' }],
		{ kind: 'body', body: 'CNAF', account: `a-${'0'.repeat(32)}` },
		new Date('2026-03-04T09:00:00Z'),
	);
	if (!seen) throw new Error('one event');

	expect(nextAnswer(applyEvent(opened, seen), 'seed')).toBeNull();
});
