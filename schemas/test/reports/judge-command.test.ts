import { expect, it } from 'vitest';
import { commandsOf, judgeCommand, targetsOf } from '../../src/reports/judge-command.js';
import { after, factTo, NOW } from './reports.js';

const { sent, seen, acknowledged, reassigned, committed, mended, reopened, confirmed, lapsed } = factTo;
const commit = (expectedVersion: number, change: object = {}) =>
	({
		command: 'commit',
		expectedVersion,
		reason: 'CORRECTIF_PREVU',
		date: '2026-12-04',
		...change,
	}) as const;

it('an answer before the first reading is a reading too', () => {
	expect(judgeCommand(after(sent), { command: 'acknowledge', expectedVersion: 2 }, 'body', NOW)).toEqual({
		ok: true,
		facts: [{ type: 'seen' }, { type: 'acknowledged' }],
	});
});

it('the same answer twice is stale the second time', () => {
	const report = after(sent, seen, acknowledged);

	expect(judgeCommand(report, { command: 'acknowledge', expectedVersion: 3 }, 'body', NOW)).toMatchObject({
		code: 'stale_version',
	});
	expect(judgeCommand(report, { command: 'acknowledge', expectedVersion: 4 }, 'body', NOW)).toMatchObject({
		code: 'wrong_state',
	});
});

it('a signal that attaches, or a sending that ends, makes no answer stale', () => {
	const attached = {
		type: 'signal_attached',
		signal: 'c'.repeat(32),
		signalVersion: 2,
		level: 'strong',
		territory: 'R11',
		band: '20-49',
		asOf: '2026-11-11T08:00:00Z',
	} as const;
	const report = after(sent, seen, acknowledged, attached, {
		type: 'level_changed',
		level: 'strong',
	});

	expect(judgeCommand(report, commit(4), 'body', NOW)).toMatchObject({ ok: true });
});

it.each([
	['a reason of another act', { reason: 'NON_OBSERVE' }, 'reason', 'not_offered'],
	['a reason that does not exist', { reason: 'PARCE_QUE' }, 'reason', 'not_offered'],
	['another reason without a word', { reason: 'AUTRE' }, 'text', 'required'],
	['a day that is over', { date: '2026-11-11' }, 'date', 'before_allowed'],
	['a day years ahead', { date: '2030-01-01' }, 'date', 'after_allowed'],
	['a text that names somebody', { text: 'Appelez Mme Martin au 06 12 34 56 78' }, 'text', 'personal_data'],
])('%s is refused, by its field', (_title, change, path, code) => {
	expect(judgeCommand(after(sent, seen, acknowledged), commit(4, change), 'body', NOW)).toEqual({
		ok: false,
		code: 'invalid_request',
		errors: [{ path, code }],
	});
});

it('a repair takes effect neither before the failure nor in the future', () => {
	const say = (effectiveFrom: string) =>
		judgeCommand(
			after(sent, seen, acknowledged),
			{ command: 'say-mended', expectedVersion: 4, reason: 'CORRECTIF_DEPLOYE', effectiveFrom },
			'body',
			NOW,
		);

	expect(say('2026-11-09T20:00:00Z')).toMatchObject({
		errors: [{ path: 'effectiveFrom', code: 'before_allowed' }],
	});
	expect(say('2026-11-12T11:00:00Z')).toMatchObject({
		errors: [{ path: 'effectiveFrom', code: 'after_allowed' }],
	});
	expect(say('2026-11-12T10:00:00Z')).toMatchObject({ ok: true });
});

it('what began and is mended within one hour may be told by that hour', () => {
	const onset = '2026-11-12T09:45:00Z';
	const report = { ...after(sent, seen, acknowledged), onset };
	const say = (effectiveFrom: string) =>
		judgeCommand(
			report,
			{ command: 'say-mended', expectedVersion: 4, reason: 'CORRECTIF_DEPLOYE', effectiveFrom },
			'body',
			NOW,
		);

	expect(say('2026-11-12T09:00:00Z')).toMatchObject({ ok: true });
	expect(say('2026-11-12T08:00:00Z')).toMatchObject({ errors: [{ code: 'before_allowed' }] });
});

it('after a repair that did not hold, another one is told: it takes effect later', () => {
	const say = (effectiveFrom: string) =>
		judgeCommand(
			after(sent, seen, acknowledged, mended, reopened, acknowledged),
			{ command: 'say-mended', expectedVersion: 7, reason: 'CORRECTIF_DEPLOYE', effectiveFrom },
			'body',
			NOW,
		);

	expect(say(mended.effectiveFrom)).toMatchObject({
		errors: [{ path: 'effectiveFrom', code: 'before_allowed' }],
	});
	expect(say('2026-11-12T10:00:00Z')).toMatchObject({ ok: true });
});

it('a closed report takes nothing but a right of reply', () => {
	for (const report of [after(lapsed), after(sent, seen, acknowledged, mended, confirmed)]) {
		expect(judgeCommand(report, commit(report.version), 'body', NOW)).toMatchObject({
			code: 'report_closed',
		});
		expect(commandsOf(report, 'body')).toEqual(['reply']);
	}
});

it('a report goes to any body, back once, and then only where an administrator sends it', () => {
	const once = after(sent, seen, reassigned, seen);
	const back = after(sent, seen, reassigned, seen, { ...reassigned, target: 'CNAF' }, seen);
	const again = { command: 'reassign', reason: 'HORS_PERIMETRE', target: 'CNAV' } as const;

	expect(targetsOf(once, 'body')).toEqual(['CNAF']);
	expect(judgeCommand(once, { ...again, expectedVersion: 5 }, 'body', NOW)).toMatchObject({
		errors: [{ path: 'target', code: 'not_offered' }],
	});
	expect(judgeCommand(back, { ...again, expectedVersion: 7 }, 'body', NOW)).toMatchObject({
		code: 'reassigned_twice',
	});
	expect(judgeCommand(back, { ...again, expectedVersion: 7 }, 'administrator', NOW)).toMatchObject({
		ok: true,
	});
	expect(back.life.map(({ fact }) => fact.type).filter((type) => type === 'reassigned')).toHaveLength(2);
});

it('whoever has answered is offered only what may follow', () => {
	expect(commandsOf(after(sent, seen, acknowledged, committed), 'body')).toEqual([
		'say-not-reproduced',
		'contest',
		'publish-workaround',
		'say-mended',
		'reply',
	]);
	expect(commandsOf(after(sent, seen), 'administrator')).toEqual(['reassign']);
});
