import { judge } from '@vigie/publisher/signals/judge';
import { eventsOf } from '@vigie/reporter/reports/events-of';
import { factsOfSignal } from '@vigie/reporter/signals/facts-of-signal';
import { releaseInstant } from '@vigie/schemas/calendar';
import { applyEvent, type Report } from '@vigie/schemas/reports/report';
import type { Actor, ReportFact } from '@vigie/schemas/reports/report-event';
import type { PublishedSignal } from '@vigie/schemas/signal';
import { expect, test } from 'vitest';
import { backtest } from '../src/backtest/backtest.js';
import { isWrong, type RepairStory } from '../src/backtest/repairs.js';

// The world that a demonstration shows.
const { repairs } = backtest('vigie-demo-1', new Date('2026-11-23T10:00:00Z'));
const found = repairs.map((story) => story.found);
const inTime = (incident: string): RepairStory | undefined =>
	repairs.find((story) => story.found.incident === incident && !story.found.isTooEarly);

test('the CAF login, mended and quiet, is confirmed; when it is back at x3, the verdict is a regression within four weeks', () => {
	const caf = inTime('caf-login')?.found;

	expect(caf?.recoveredAfter).not.toBeNull();
	expect(caf?.recoveredAfter ?? 99).toBeLessThan(caf?.backAfter ?? 0);
	expect(caf?.regressedAfter).toBeGreaterThanOrEqual(caf?.backAfter ?? 99);
	expect(caf?.regressedAfter ?? 99).toBeLessThan((caf?.backAfter ?? 0) + 4);
});

test('of all repairs that bodies claim, in time or too early, at most one in ten is judged against the truth', () => {
	expect(found.length).toBeGreaterThan(10);
	expect(found.filter(isWrong).length / found.length).toBeLessThanOrEqual(0.1);
});

const door = { secret: Buffer.alloc(32, 1), world: 'demo' } as const;

/** reportOf is the report of a claim as the log would make it, up to the day on which its body says that it is mended. */
const reportOf = ({ claim }: RepairStory): Report => {
	const at = new Date(claim.effectiveFrom);
	const body: Actor = { kind: 'body', body: 'CNAF', account: null };
	const facts: readonly (readonly [Actor, ReportFact])[] = [
		[
			{ kind: 'reporter' },
			{
				type: 'opened',
				platform: claim.platform,
				step: claim.step,
				failureKind: claim.kind,
				territory: 'FR',
				body: 'CNAF',
				level: 'strong',
				band: '50+',
				sentence: { key: 'drift', parameters: { platform: claim.platform } },
				onset: claim.effectiveFrom,
				asOf: claim.effectiveFrom,
				signal: '0'.repeat(32),
				signalVersion: 1,
			},
		],
		[body, { type: 'seen' }],
		[body, { type: 'acknowledged' }],
		[body, { type: 'mended', reason: 'CORRECTIF_DEPLOYE', text: null, effectiveFrom: claim.effectiveFrom }],
	];
	const report = facts.reduce<Report | null>((known, [actor, fact], index) => {
		const [event] = eventsOf({ id: claim.report, version: index }, [fact], actor, at);
		return event ? applyEvent(known, event) : known;
	}, null);
	if (!report) throw new Error('no report');
	return report;
};

test('what was said of that repair passes the door, confirms the report, then reopens it by itself; its life tells all of it', () => {
	const story = inTime('caf-login');
	if (!story) throw new Error('the CAF login has no story');
	const published = new Map<string, PublishedSignal>();
	let report = reportOf(story);
	const states: string[] = [];

	for (const signal of story.signals) {
		const said = judge(door, signal, published.get(signal.id) ?? null, () => true);
		if (!said) continue;
		published.set(signal.id, said);
		const effect = factsOfSignal(said, [report]);
		if (!effect) continue;
		const at = releaseInstant(signal.week ?? '');
		report = eventsOf(report, effect.facts, { kind: effect.actor }, at).reduce(applyEvent, report);
		if (states.at(-1) !== report.state) states.push(report.state);
	}

	expect(states).toEqual(['in_observation', 'confirmed', 'reopened']);
	expect(report.repair?.verdict).toBe('regressed');
	expect(report.life.filter(({ actor }) => actor.kind === 'field').map(({ fact }) => fact.type)).toEqual(
		expect.arrayContaining(['repair_judged', 'in_observation', 'confirmed', 'reopened']),
	);
});
