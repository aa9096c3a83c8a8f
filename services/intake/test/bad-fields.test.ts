import { expect, test } from 'vitest';
import { alert, failure, hoursFromNow, referral } from './events.js';
import { CANARY, expectProblem } from './problems.js';
import { useIntake } from './use-intake.js';

const intake = await useIntake();

const refused: readonly (readonly [string, unknown, string])[] = [
	['no object', [alert()], ': invalid_type'],
	['null', 'null', ': invalid_type'],
	['a number', '17', ': invalid_type'],
	['no kind', { ...alert(), kind: undefined }, 'kind: invalid_type'],
	['an unknown kind', alert({ kind: CANARY }), 'kind: unknown_kind'],
	['a kind named as a part of every object', alert({ kind: 'constructor' }), 'kind: unknown_kind'],
	['an unknown version', alert({ version: '9-0-0' }), 'version: unknown_version'],
	['a number for a version', alert({ version: 1 }), 'version: invalid_type'],
	['an unknown field', alert({ [CANARY]: CANARY }), ': unknown_field'],
	['a free text', alert({ comment: CANARY }), ': unknown_field'],
	['a field of another kind', alert({ situation: 'AUTRE' }), ': unknown_field'],
	['no id', alert({ id: undefined }), 'id: invalid_type'],
	['an id that is no UUID', alert({ id: CANARY }), 'id: invalid_format'],
	[
		'a UUID with the minute in it',
		alert({ id: '01932c07-209d-7c5c-8a5e-111111111111' }),
		'id: invalid_format',
	],
	['a negative revision', alert({ revision: -1 }), 'revision: too_small'],
	['a revision beyond reason', alert({ revision: 1_000 }), 'revision: too_big'],
	['half a revision', alert({ revision: 0.5 }), 'revision: invalid_type'],
	['a revision out of the range of integers', alert({ revision: 1e300 }), 'revision: too_big'],
	['a revision as text', alert({ revision: '0' }), 'revision: invalid_type'],
	['a text for a boolean', alert({ retracted: 'false' }), 'retracted: invalid_type'],
	['an unknown code', alert({ platform: CANARY }), 'platform: unknown_code'],
	['a code in lower case', alert({ platform: 'ameli' }), 'platform: invalid_format'],
	['a code of another list', alert({ platform: 'RSA' }), 'platform: unknown_code'],
	['an empty code', alert({ platform: '' }), 'platform: invalid_format'],
	['a code that is far too long', alert({ platform: 'A'.repeat(5_000) }), 'platform: invalid_format'],
	['an object for a code', alert({ platform: { code: CANARY } }), 'platform: invalid_type'],
	['a lone surrogate', alert({ platform: 'AMELI\ud800' }), 'platform: invalid_format'],
	['a null byte', alert({ platform: 'AMELI\u0000' }), 'platform: invalid_format'],
	['an unknown factor among good ones', failure({ factors: ['PEUR', CANARY] }), 'factors.1: unknown_code'],
	['too many factors', failure({ factors: Array(13).fill('PEUR') }), 'factors: too_big'],
	['a missing field', failure({ benefit: undefined }), 'benefit: invalid_type'],
	['a loop that is no word', referral({ loop: CANARY }), 'loop: invalid_value'],
	['a taxonomy of tomorrow', alert({ taxonomy: '2099.1' }), 'taxonomy: unknown_taxonomy_version'],
	['a taxonomy that is no version', alert({ taxonomy: CANARY }), 'taxonomy: invalid_format'],
	['an hour with minutes', alert({ observedAt: '2026-11-10T13:05:00Z' }), 'observedAt: invalid_format'],
	[
		'an hour of another zone',
		alert({ observedAt: '2026-11-10T13:00:00+01:00' }),
		'observedAt: invalid_format',
	],
	['a day that does not exist', alert({ observedAt: '2026-02-30T10:00:00Z' }), 'observedAt: invalid_date'],
	['a month that does not exist', alert({ observedAt: '2026-13-01T10:00:00Z' }), 'observedAt: invalid_date'],
	['more than a day ahead', alert({ observedAt: hoursFromNow(26) }), 'observedAt: in_future'],
	['years ahead', alert({ observedAt: hoursFromNow(24 * 900) }), 'observedAt: in_future'],
	['over 35 days ago', alert({ observedAt: hoursFromNow(-24 * 35 - 2) }), 'observedAt: too_old'],
	['years ago', alert({ observedAt: hoursFromNow(-24 * 900) }), 'observedAt: too_old'],
];

test.each(refused)('%s is refused with where and why', async (_name, body, error) => {
	const response = await intake.post(body);

	const errors = await expectProblem(response, 422, 'invalid_request');
	expect([...new Set(errors)]).toEqual([error]);
});

test('codes that cannot meet are refused', async () => {
	const response = await intake.post(
		failure({ platform: 'FRANCECONNECT', benefit: 'RSA', step: 'VERSEMENT' }),
	);

	const errors = await expectProblem(response, 422, 'invalid_request');
	expect(errors).toContain('step: impossible_pair');
});

test('every wrong field is named, not only the first', async () => {
	const response = await intake.post(
		failure({ platform: CANARY, step: CANARY, observedAt: hoursFromNow(50) }),
	);

	const errors = await expectProblem(response, 422, 'invalid_request');
	expect(errors).toEqual(['observedAt: in_future', 'platform: unknown_code', 'step: unknown_code']);
});

test('nothing of all that was refused is on the topic', async () => {
	for (const [, body] of refused) await intake.post(body);

	expect(await intake.onTopic()).toEqual([]);
});
