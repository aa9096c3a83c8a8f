import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backoffMs, retryAfterMs } from '../src/declarations/retry-policy.js';
import { memoryStorage } from '../src/key-value.js';
import { anAlert, openOutbox, START } from './stand-ins.js';

test('Retry-After is obeyed: nothing leaves before it, everything after', async () => {
	const { outbox, counter, pass } = openOutbox();
	outbox.add(anAlert());
	await counter.answer({ kind: 'postponed', waitMs: 30_000 });
	outbox.add(anAlert('ANTS'));

	await pass(29_999);
	const before = counter.received.length;
	await pass(1);

	expect(before).toBe(1);
	expect(counter.received).toHaveLength(2);
});

test('a revoked device keeps its declarations and sends them once it has a new token', async () => {
	const { outbox, counter, pass } = openOutbox();
	const alert = anAlert();
	outbox.add(alert);
	await counter.answer({ kind: 'unauthorised', code: 'revoked_credentials' });
	await pass(3_600_000);
	const whileRevoked = counter.received.length;

	outbox.wake();
	await counter.answer({ kind: 'accepted' });

	expect(whileRevoked).toBe(1);
	expect(counter.received).toEqual([alert, alert]);
	expect(outbox.state().hold).toBeNull();
});

test('an alert too old for the server is told as such instead of being sent', async () => {
	const storage = memoryStorage();
	openOutbox(storage).outbox.add(anAlert('AMELI', START));
	const key = storage.key(0) ?? '';
	const stored = JSON.parse(storage.getItem(key) ?? '{}');
	storage.setItem(key, JSON.stringify({ ...stored, declaredAt: START - 35 * 24 * 3_600_000 }));

	const { outbox, counter } = openOutbox(storage);

	expect(counter.received).toHaveLength(0);
	expect(outbox.state().declarations[0]?.refused).toBe('too_old');
});

test('a declaration older than ninety days is forgotten, and a damaged one is left aside', () => {
	const storage = memoryStorage();
	openOutbox(storage).outbox.add(anAlert());
	const key = storage.key(0) ?? '';
	const stored = JSON.parse(storage.getItem(key) ?? '{}');
	storage.setItem(key, JSON.stringify({ ...stored, declaredAt: START - 91 * 24 * 3_600_000 }));
	storage.setItem('vigie.declaration.damaged', '{"event":{"id":');

	const { outbox } = openOutbox(storage);

	expect(outbox.state().declarations).toEqual([]);
	expect(storage.getItem(key)).toBeNull();
});

test('another window that withdraws a declaration is heard', async () => {
	const storage = memoryStorage();
	const here = openOutbox(storage);
	const alert = anAlert();
	here.outbox.add(alert);
	await here.counter.answer({ kind: 'accepted' });
	openOutbox(storage).outbox.withdraw(alert.id);

	here.outbox.reload();

	expect(here.outbox.state().declarations[0]?.event.retracted).toBe(true);
});

test('waits grow from one second to five minutes, whatever the failures and the draw', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: 10_000 }),
			fc.double({ min: 0, max: 0.999, noNaN: true }),
			(failures, draw) => {
				const wait = backoffMs(failures, draw);
				return wait >= 1_000 && wait <= 300_000 && backoffMs(failures + 1, draw) >= wait;
			},
		),
	);
});

test('Retry-After is read as seconds or as a date, and is never more than an hour', () => {
	expect(retryAfterMs('12', START)).toBe(12_000);
	expect(retryAfterMs(new Date(START + 90_000).toUTCString(), START)).toBe(90_000);
	expect(retryAfterMs('864000', START)).toBe(3_600_000);
	expect(retryAfterMs('soon', START)).toBeNull();
	expect(retryAfterMs('-4', START)).toBeNull();
	expect(retryAfterMs(null, START)).toBeNull();
});
