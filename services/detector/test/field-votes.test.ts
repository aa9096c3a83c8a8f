import { settleRepair, type VotesOfWeek, weighVotes } from '@vigie/detector/statistics/field-votes';
import type { Witnesses } from '@vigie/detector/statistics/gate';
import type { RepairVerdict } from '@vigie/detector/statistics/repair';
import { describe, expect, it } from 'vitest';

/** Different people of so many structures, unless said otherwise. */
const from = (structures: number, more: Partial<Witnesses> = {}): Witnesses => ({
	reporters: structures,
	structures,
	organisations: structures,
	departements: Math.min(2, structures),
	...more,
});
const week = (mended: Witnesses, broken: Witnesses): VotesOfWeek => ({ mended, broken });
const nobody = from(0);
const weigh = (...weeks: VotesOfWeek[]) => weighVotes(weeks, 'national');

describe('the answers of the field to "est-ce réparé ?"', () => {
	it('are silent without three structures of two organisations in two départements', () => {
		expect(weigh()).toBe('silent');
		expect(weigh(week(from(2), nobody))).toBe('silent');
		expect(weigh(week(from(3), nobody))).toBe('mended');
	});

	it.each([
		['one device', from(1, { reporters: 1 })],
		['one structure, with all its devices', from(1, { reporters: 80 })],
		['the structures of one organisation', from(12, { organisations: 1 })],
		['one département', from(12, { departements: 1 })],
	])('are silent when they all come from %s', (_, flood) => {
		expect(weigh(week(flood, nobody))).toBe('silent');
		expect(weigh(week(nobody, flood))).toBe('silent');
	});

	it('say broken when as many structures saw it fail, mended when twice as many saw it work, else are divided', () => {
		expect(weigh(week(from(4), from(4)))).toBe('broken');
		expect(weigh(week(from(8), from(4)))).toBe('mended');
		expect(weigh(week(from(5), from(4)))).toBe('divided');
	});

	it('are those of the last week in which enough people answered', () => {
		expect(weigh(week(from(9), nobody), week(nobody, from(5)), week(from(1), nobody))).toBe('broken');
	});
});

describe('counts and answers together', () => {
	const counted = (
		verdict: RepairVerdict['verdict'],
		weeksToDecide: number | null = verdict === 'in-observation' ? 2 : null,
		reportedAgain = true,
	): RepairVerdict => ({ verdict, recovered: 1, regressed: 1, reportedAgain, weeksToDecide });

	it('a rise that the counts prove reopens, whatever the answers', () => {
		expect(settleRepair(counted('regressed'), 'mended')).toBe('regressed');
	});

	it('nothing is confirmed against the field; what fails in its eyes and is reported again is back, unless the counts are healthy', () => {
		expect(settleRepair(counted('recovered'), 'divided')).toBe('in-observation');
		expect(settleRepair(counted('recovered'), 'broken')).toBe('in-observation');
		expect(settleRepair(counted('in-observation'), 'broken')).toBe('regressed');
		expect(settleRepair(counted('in-observation', 2, false), 'broken')).toBe('in-observation');
	});

	it('answers confirm by themselves only what the counts can never tell', () => {
		expect(settleRepair(counted('in-observation', 2), 'mended')).toBe('in-observation');
		expect(settleRepair(counted('in-observation', null), 'mended')).toBe('recovered');
		expect(settleRepair(counted('in-observation', null), 'silent')).toBe('in-observation');
	});
});
