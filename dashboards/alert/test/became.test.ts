import { expect, test } from 'vitest';
import { isPartOf, voteOn } from '../src/became/matching.js';
import { type FoundReport, reportsIn } from '../src/became/public-reports.js';
import { newDeclaration } from '../src/declarations/declaration.js';
import { repairOf } from '../src/declarations/event-builders.js';
import { anAlert, anId, START } from './stand-ins.js';

const report: FoundReport = {
	id: 'r-3f0c9a7e51b24d6890aa12cd',
	platform: 'CAF_MON_COMPTE',
	step: 'CONNEXION',
	failureKind: 'NIR_PROVISOIRE',
	territories: ['FR'],
	since: '2026-11-23T08:00:00Z',
	state: 'mended',
	stateSince: '2026-11-23',
	body: 'CNAF',
	answer: null,
	commitment: null,
	workaround: null,
	effectiveFrom: '2026-11-23T09:00:00Z',
	repair: null,
	overdue: false,
	rightOfReply: null,
};
const declared = (change: Partial<ReturnType<typeof anAlert>> = {}, at = START) =>
	newDeclaration({ ...anAlert('CAF_MON_COMPTE'), ...change }, at);

test('a declaration is part of a report that it does not contradict', () => {
	expect(isPartOf(declared(), report, '35')).toBe(true);
	expect(isPartOf(declared({ step: 'CONNEXION', failureKind: 'NIR_PROVISOIRE' }), report, '35')).toBe(true);
	expect(isPartOf(declared({ step: 'VERSEMENT' }), report, '35')).toBe(false);
	expect(isPartOf(declared({ failureKind: 'PANNE' }), report, '35')).toBe(false);
	expect(isPartOf(declared({ platform: 'AMELI' }), report, '35')).toBe(false);
});

test('one that was withdrawn, that is long before, or from elsewhere is no part of it', () => {
	expect(isPartOf(declared({ retracted: true }), report, '35')).toBe(false);
	expect(isPartOf(declared({}, START - 8 * 24 * 3_600_000), report, '35')).toBe(false);
	expect(isPartOf(declared(), { ...report, territories: ['R84'] }, '35')).toBe(false);
	expect(isPartOf(declared(), { ...report, territories: ['R53'] }, '35')).toBe(true);
});

test('an answer counts for the repair that it is about, until another one is announced', () => {
	const about = { platform: 'CAF_MON_COMPTE', step: 'CONNEXION', failureKind: 'NIR_PROVISOIRE' };
	const vote = repairOf({ id: anId(), now: new Date(START) }, { ...about, mended: 'NON' });

	expect(voteOn([newDeclaration(vote, START)], report)?.mended).toBe('NON');
	expect(
		voteOn([newDeclaration(vote, START)], { ...report, state: 'in_observation', stateSince: '2026-11-30' })
			?.mended,
	).toBe('NON');
	expect(
		voteOn([newDeclaration(vote, START)], { ...report, effectiveFrom: '2026-11-30T09:00:00Z' }),
	).toBeNull();
	expect(voteOn([newDeclaration(vote, START)], { ...report, step: null })).toBeNull();
});

test('what is no report of the contract is left out, and nothing breaks', () => {
	expect(reportsIn(null)).toEqual([]);
	expect(reportsIn({ reports: [report, 'x', { ...report, state: 'unheard-of' }] })).toEqual([report]);
});
