import { expect, test } from 'vitest';
import { isPending, standingOf } from '../src/declarations/declaration.js';
import { memoryStorage } from '../src/key-value.js';
import { anAlert, openOutbox, settle } from './stand-ins.js';

const standing = (outbox: ReturnType<typeof openOutbox>['outbox']) => {
	const { declarations, hold } = outbox.state();
	return declarations.map((declaration) => standingOf(declaration, hold !== null));
};

test('an alert is told as received only after the server accepted it', async () => {
	const { outbox, counter } = openOutbox();

	outbox.add(anAlert());
	const before = standing(outbox);
	await counter.answer({ kind: 'accepted' });

	expect(before).toEqual(['sending']);
	expect(standing(outbox)).toEqual(['received']);
});

test('an alert made without a network is kept, and leaves with the same id once it is back', async () => {
	const { outbox, counter, pass } = openOutbox();
	const alert = anAlert();

	outbox.add(alert);
	await counter.answer({ kind: 'unreachable' });
	const offline = standing(outbox);
	await pass(2_000);
	await counter.answer({ kind: 'accepted' });

	expect(offline).toEqual(['kept']);
	expect(counter.received).toEqual([alert, alert]);
	expect(standing(outbox)).toEqual(['received']);
});

test('an alert kept by a page that was closed leaves when the page opens again', async () => {
	const storage = memoryStorage();
	const alert = anAlert();
	const closed = openOutbox(storage);
	closed.outbox.add(alert);

	const reopened = openOutbox(storage);
	await reopened.counter.answer({ kind: 'accepted' });

	expect(reopened.counter.received).toEqual([alert]);
	expect(standing(reopened.outbox)).toEqual(['received']);
});

test('alerts leave one at a time, oldest first', async () => {
	const { outbox, counter, pass } = openOutbox();
	const alerts = ['AMELI', 'ANTS', 'IMPOTS'].map((platform) => anAlert(platform));

	for (const alert of alerts) {
		outbox.add(alert);
		await pass(1_000);
	}
	const together = counter.waiting();
	for (const _ of alerts) await counter.answer({ kind: 'accepted' });

	expect(together).toBe(1);
	expect(counter.received).toEqual(alerts);
});

test('a refusal is told and never tried again', async () => {
	const { outbox, counter, pass } = openOutbox();

	outbox.add(anAlert());
	await counter.answer({ kind: 'refused', code: 'invalid_request' });
	outbox.wake();
	await pass(3_600_000);

	expect(standing(outbox)).toEqual(['refused']);
	expect(outbox.state().declarations[0]?.refused).toBe('invalid_request');
	expect(counter.received).toHaveLength(1);
});

test('a declaration that the server chokes on does not hold back the others', async () => {
	const { outbox, counter, pass } = openOutbox();
	const [poison, sound] = [anAlert('AMELI'), anAlert('ANTS')];

	outbox.add(poison);
	await pass(1);
	outbox.add(sound);
	await counter.answer({ kind: 'failed' });
	await counter.answer({ kind: 'accepted' });

	expect(counter.received.map(({ id }) => id)).toEqual([poison.id, sound.id]);
	expect(outbox.state().delayed).toEqual(new Set([poison.id]));
	expect(outbox.state().declarations.map(isPending)).toEqual([true, false]);
});

test('a browser that refuses to keep a declaration says so, and the alert leaves all the same', async () => {
	const storage = memoryStorage();
	const full = {
		...storage,
		length: 0,
		setItem: () => {
			throw new Error('QuotaExceededError');
		},
	};
	const { outbox, counter } = openOutbox(full);

	outbox.add(anAlert());
	await counter.answer({ kind: 'accepted' });
	await settle();

	expect(outbox.state().keeps).toBe(false);
	expect(standing(outbox)).toEqual(['received']);
});
