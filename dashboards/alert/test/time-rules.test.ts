import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newDeclaration } from '../src/declarations/declaration.js';
import {
	canWithdraw,
	REPEAT_MS,
	recentAlertOn,
	UNDO_MS,
	undoLeftMs,
} from '../src/declarations/time-rules.js';
import { anAlert, START } from './stand-ins.js';

test('undo lasts ten seconds, whatever the clock does', () => {
	expect(undoLeftMs(START, START)).toBe(UNDO_MS);
	expect(undoLeftMs(START, START + UNDO_MS - 1)).toBe(1);
	expect(undoLeftMs(START, START + UNDO_MS)).toBe(0);
	fc.assert(
		fc.property(fc.integer({ min: -1e12, max: 1e12 }), (shift) => {
			const left = undoLeftMs(START, START + shift);
			return left >= 0 && left <= UNDO_MS;
		}),
	);
});

test('a platform alerted less than ten minutes ago asks before it is alerted again', () => {
	const declared = newDeclaration(anAlert('AMELI'), START);

	expect(recentAlertOn([declared], 'AMELI', START + REPEAT_MS - 1)).toBe(declared);
	expect(recentAlertOn([declared], 'AMELI', START + REPEAT_MS)).toBeUndefined();
	expect(recentAlertOn([declared], 'ANTS', START)).toBeUndefined();
});

test('an alert that was undone asks nothing, and the last one of several is the one that counts', () => {
	const undone = newDeclaration({ ...anAlert('AMELI'), retracted: true }, START);
	const [older, newer] = [
		newDeclaration(anAlert('AMELI'), START),
		newDeclaration(anAlert('AMELI'), START + 5),
	];

	expect(recentAlertOn([undone], 'AMELI', START)).toBeUndefined();
	expect(recentAlertOn([older, newer, undone], 'AMELI', START + 10)).toBe(newer);
});

test('a declaration can be withdrawn until the Tuesday after its week, 05:00 in Paris, an hour before the release', () => {
	const monday = newDeclaration(anAlert(), START);
	const lastMinute = Date.parse('2026-12-01T03:59:00Z');

	expect(canWithdraw(monday, START)).toBe(true);
	expect(canWithdraw(monday, lastMinute)).toBe(true);
	expect(canWithdraw(monday, lastMinute + 60_000)).toBe(false);
});

test('what was withdrawn, or never accepted, cannot be withdrawn', () => {
	const declared = newDeclaration(anAlert(), START);

	expect(canWithdraw({ ...declared, event: { ...declared.event, retracted: true } }, START)).toBe(false);
	expect(canWithdraw({ ...declared, refused: 'invalid_request' }, START)).toBe(false);
	expect(canWithdraw({ ...declared, acknowledged: 0, refused: 'conflict' }, START)).toBe(true);
});
