import type { Claim } from '@vigie/detector/repairs/claim';
import type { Evidence } from '@vigie/detector/repairs/evidence';
import { endClaim, judgeClaim } from '@vigie/detector/repairs/judge-claim';
import type { PastWeek } from '@vigie/detector/weekly/series-state';
import { addWeeks } from '@vigie/schemas/calendar';
import { PrivateSignal } from '@vigie/schemas/signal';
import { expect, it } from 'vitest';

const EFFECT = '2026-W30';
const week = (since: number): string => addWeeks(EFFECT, since);
const claim: Claim = {
	report: `r-${'a'.repeat(24)}`,
	platform: 'CAF_MON_COMPTE',
	step: null,
	kind: 'NIR_PROVISOIRE',
	territories: ['FR'],
	incidentFrom: week(-5),
	effectWeek: EFFECT,
	effectiveFrom: '2026-07-22T09:00:00Z',
};
const people = (n: number) => ({
	reporters: n,
	structures: n,
	organisations: n,
	departements: Math.min(2, n),
});
const past = (y: number): PastWeek => ({ y, mu: 10, phi: 1.4, spread: 1.5, witnesses: people(y) });

/** Five weeks of incident, the week of the repair, then these. */
const evidenceOf = (after: readonly number[], more: Partial<Evidence> = {}): Evidence => ({
	weeks: new Map([
		...[-5, -4, -3, -2, -1, 0].map((since) => [week(since), [past(58)]] as const),
		...after.map((y, index) => [week(index + 1), [past(y)]] as const),
	]),
	late: new Map(),
	votes: new Map(),
	...more,
});
const story = (evidence: Evidence, until: number, before: PrivateSignal | null = null) =>
	judgeClaim(claim, evidence, week(until), before).map(({ signal }) => PrivateSignal.parse(signal));
const told = (signals: readonly PrivateSignal[]) =>
	signals.map(({ transition, level, verdict, week: on }) => [transition, level, verdict, on]);

it('a repair is in observation from the week of its effect, says how long, and ends as recovered', () => {
	const signals = story(evidenceOf([9, 11, 10]), 3);

	expect(told(signals)).toEqual([
		['opened', 'watch', 'in-observation', week(0)],
		['changed', 'watch', 'in-observation', week(1)],
		['closed', 'usual', 'recovered', week(2)],
	]);
	expect(signals.map(({ repair }) => repair?.weeksToDecide)).toEqual([2, 1, null]);
	expect(signals[0]).toMatchObject({
		repair: { report: claim.report, effectiveFrom: claim.effectiveFrom },
		ladder: [
			{ structures: 58, sentence: { key: 'verdict.in-observation' } },
			{ coordinates: { platform: claim.platform, kind: null } },
		],
	});
});

it('a repair that was none is a regression, and a confirmed one that comes back within eight weeks is another signal', () => {
	expect(told(story(evidenceOf([55, 61]), 2)).at(-1)).toEqual(['changed', 'strong', 'regressed', week(1)]);

	const back = story(evidenceOf([9, 11, 10, 8, 12, 31, 28]), 7);
	expect(told(back).slice(-2)).toEqual([
		['closed', 'usual', 'recovered', week(2)],
		['opened', 'signal', 'regressed', week(6)],
	]);
	expect(back.at(-1)?.id).not.toBe(back.at(-2)?.id);
});

it('what was said is not said again, whether weeks come one by one or together', () => {
	const evidence = evidenceOf([9, 11, 10, 8, 12, 31, 28]);
	let before: PrivateSignal | null = null;
	const oneByOne = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((until) => {
		const signals = story(evidence, until, before);
		before = signals.at(-1) ?? before;
		return signals;
	});

	expect(oneByOne).toEqual(story(evidence, 7));
	expect(story(evidence, 7, oneByOne.at(-1) ?? null)).toEqual([]);
});

it('declarations that tell of days before the repair do not count against it', () => {
	const late = new Map([
		[week(1), 41],
		[week(2), 12],
	]);

	expect(told(story(evidenceOf([50, 22, 11]), 3)).at(-1)?.[2]).toBe('regressed');
	expect(told(story(evidenceOf([50, 22, 11], { late }), 3)).at(-1)?.[2]).toBe('recovered');
});

it('a flood of answers from one device or one structure decides nothing; enough structures keep a repair from being confirmed, or reopen it', () => {
	const votes = (structures: number, reporters: number): Evidence['votes'] =>
		new Map([
			[
				week(2),
				{ mended: people(0), broken: { reporters, structures, organisations: structures, departements: 2 } },
			],
		]);
	const verdictOf = (answers: Evidence['votes'], counts = [9, 11, 10]) =>
		told(story(evidenceOf(counts, { votes: answers }), 3)).at(-1)?.[2];

	expect(verdictOf(votes(1, 500))).toBe('recovered');
	expect(verdictOf(votes(2, 500))).toBe('recovered');
	expect(verdictOf(votes(6, 6))).toBe('in-observation');
	const undecided = [16, 13, 14];
	expect(verdictOf(votes(2, 500), undecided)).toBe('in-observation');
	expect(verdictOf(votes(6, 6), undecided)).toBe('regressed');
});

it('a week that was not closed says nothing, and régions are judged together', () => {
	const evidence = evidenceOf([9, 11, 10]);
	const weeks = new Map(evidence.weeks);
	weeks.delete(week(2));
	expect(told(story({ ...evidence, weeks }, 3)).map(([, , , on]) => on)).not.toContain(week(2));

	const doubled = new Map([...evidence.weeks].map(([on, [one]]) => [on, one ? [one, one] : []]));
	const regions = { ...claim, territories: ['R11', 'R32'] };
	const [first] = judgeClaim(regions, { ...evidence, weeks: doubled }, week(0), null);
	expect(first?.signal.ladder[0]).toMatchObject({ coordinates: { territory: 'R11' }, structures: 116 });
});

it('a verdict whose report claims no repair any more is closed with its last word', () => {
	const [opened] = judgeClaim(claim, evidenceOf([55, 61]), week(1), null).slice(-1);
	if (!opened) throw new Error('nothing was said');

	expect(PrivateSignal.parse(endClaim(opened, week(2)).signal)).toMatchObject({
		version: opened.signal.version + 1,
		transition: 'closed',
		level: 'usual',
		verdict: 'regressed',
		week: week(2),
	});
});
