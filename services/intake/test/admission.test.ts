import { tokenOf } from '@vigie/kit/tokens';
import { AdmittedEvent } from '@vigie/schemas/admitted-event';
import { Event } from '@vigie/schemas/events';
import { expect, test } from 'vitest';
import { admit } from '../src/admission.js';
import type { Sender } from '../src/sender.js';
import { failure, referral } from './events.js';

const sender: Sender = {
	id: 'e7c0a6f0-2f57-4f5a-9d5e-1c2f0a6b7c8d',
	structure: 'mds-brest',
	organisation: 'cd-29',
	roleFamily: 'TRAVAIL_SOCIAL',
	structureFamily: 'DEPARTEMENT',
	departement: '29',
	body: null,
	channel: 'FORMULAIRE',
};
const weekKey = Buffer.alloc(32, 1);
const receivedSlot = '2026-11-10T13:15:00Z';
const event = Event.parse(failure({ observedAt: '2026-11-10T11:00:00Z' }));

test('the same event, sender, slot and key make the same bytes, and a valid message', () => {
	const [first, second] = [1, 2].map(() =>
		JSON.stringify(admit(event, { ...sender }, { receivedSlot, weekKey })),
	);

	expect(first).toBe(second);
	expect(AdmittedEvent.parse(JSON.parse(first ?? ''))).toEqual(
		admit(event, sender, { receivedSlot, weekKey }),
	);
});

test('tokens stand for the device, the structure and the organisation under the week’s key', () => {
	const { admission } = admit(event, sender, { receivedSlot, weekKey });

	expect(admission.reporterToken).toBe(tokenOf(weekKey, sender.id));
	expect(admission.structureToken).toBe(tokenOf(weekKey, sender.structure));
	expect(admission.organisationToken).toBe(tokenOf(weekKey, sender.organisation));
});

test('another week’s key makes other tokens, though the sender is remembered', () => {
	const before = admit(event, sender, { receivedSlot, weekKey }).admission;
	const after = admit(event, sender, { receivedSlot, weekKey: Buffer.alloc(32, 2) }).admission;

	expect(after.reporterToken).not.toBe(before.reporterToken);
	expect(after.structureToken).not.toBe(before.structureToken);
	expect(admit(event, sender, { receivedSlot, weekKey }).admission).toEqual(before);
});

test('an hour ahead of reception becomes reception’s; an earlier one stays', () => {
	const ahead = Event.parse(failure({ observedAt: '2026-11-10T23:00:00Z' }));

	expect(admit(ahead, sender, { receivedSlot, weekKey }).event.observedAt).toBe('2026-11-10T13:00:00Z');
	expect(admit(event, sender, { receivedSlot, weekKey }).event.observedAt).toBe('2026-11-10T11:00:00Z');
});

test('a circuit’s territory is the région', () => {
	const { admission } = admit(Event.parse(referral()), sender, { receivedSlot, weekKey });

	expect(admission.territory).toBe('R53');
});
