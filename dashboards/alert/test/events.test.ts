import { Event } from '@vigie/schemas/events';
import { referralFamilies } from '@vigie/schemas/taxonomy/lists/referral-families';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detailFields, toggleDetail } from '../src/declarations/details.js';
import { alertOf, failedProcedureOf, nonTakeUpOf, referralOf } from '../src/declarations/event-builders.js';
import { circuitOf, nextSlip } from '../src/slip/slip.js';
import { writeSlip } from '../src/slip/slip-code.js';

const id = '3f2b8c1e-9d47-4a6b-8c2e-5a7d9e1f0b34';
const now = new Date('2026-11-24T13:02:41.123Z');
const stamp = { id, now };

const samples = {
	alert: alertOf(stamp, { platform: 'CAF_MON_COMPTE' }),
	procedure: failedProcedureOf(stamp, {
		benefit: 'RSA',
		platform: 'CAF_MON_COMPTE',
		procedureChannel: 'WEB',
		step: 'CONNEXION',
		failureKind: 'NIR_PROVISOIRE',
		consequence: 'RETARD',
	}),
	nonTakeUp: nonTakeUpOf(stamp, {
		benefit: 'RSA',
		situation: 'CRAINT_CONTROLE_INDU',
		declaredType: 'NON_DEMANDE',
	}),
	referral: referralOf(stamp, {
		from: 'TS',
		to: 'MN',
		need: 'NUMERIQUE',
		reason: 'HORS_MISSION',
		...circuitOf(null, 'MN'),
	}),
};

for (const [name, event] of Object.entries(samples)) {
	test(`what the page builds for a ${name} is exactly what the contract takes`, () => {
		expect(Event.parse(event)).toEqual(event);
		expect(event).toMatchObject({ revision: 0, retracted: false, taxonomy: '2026.1' });
	});

	test(`a ${name} says the hour, never the minute`, () => {
		expect(event.observedAt).toBe('2026-11-24T13:00:00Z');
	});
}

test('an alert with any details, and its withdrawal, stay within the contract', () => {
	const taps = fc.array(fc.tuple(fc.constantFrom(...detailFields), fc.constantFrom('UNE', 'AUTRE', 'PANNE')));
	fc.assert(
		fc.property(taps, fc.boolean(), (chosen, retracted) => {
			const detailed = chosen.reduce(
				(alert, [field, code]) => toggleDetail(alert, field, code),
				samples.alert,
			);
			const event = { ...detailed, revision: chosen.length, retracted };
			expect(Event.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
		}),
	);
});

test('the memory of a slip is nowhere in the referral that it leads to', () => {
	const aFamily = fc.constantFrom(...referralFamilies.map(({ code }) => code));
	const senders = fc.array(aFamily, { minLength: 1, maxLength: 9 });
	fc.assert(
		fc.property(senders, aFamily, (visited, to) => {
			const slip = visited.reduce((read, from) => nextSlip(read, from), { hop: 0, mask: 0 });
			const event = referralOf(stamp, {
				from: 'TS',
				to,
				need: 'DROIT',
				reason: 'URGENCE',
				...circuitOf(slip, to),
			});

			const sent = JSON.stringify(event);

			expect(Object.keys(event)).not.toContain('mask');
			expect(sent).not.toContain(writeSlip(slip));
			expect(Event.parse(event)).toEqual(event);
		}),
	);
});
