import { expect, test } from 'vitest';
import { isPending } from '../src/declarations/declaration.js';
import { toggleDetail } from '../src/declarations/details.js';
import { memoryStorage } from '../src/key-value.js';
import { anAlert, openOutbox } from './stand-ins.js';

const withStep =
	(code: string) =>
	(event: Parameters<Parameters<ReturnType<typeof openOutbox>['outbox']['revise']>[1]>[0]) =>
		event.kind === 'dysfunction.alerted' ? toggleDetail(event, 'step', code) : event;

test('a detail is a new revision that carries the full state', async () => {
	const { outbox, counter } = openOutbox();
	const alert = anAlert();
	outbox.add(alert);
	await counter.answer({ kind: 'accepted' });

	outbox.revise(alert.id, withStep('CONNEXION'));
	await counter.answer({ kind: 'accepted' });

	expect(counter.received[1]).toEqual({ ...alert, revision: 1, step: 'CONNEXION' });
});

test('a second tap removes the detail', () => {
	const alert = { ...anAlert(), step: 'CONNEXION' };

	expect(toggleDetail(alert, 'step', 'CONNEXION')).not.toHaveProperty('step');
});

test('revisions never cross: the next one leaves once the one before is answered, and the highest is last', async () => {
	const { outbox, counter } = openOutbox();
	const alert = anAlert();
	outbox.add(alert);

	for (const code of ['CONNEXION', 'FORMULAIRE', 'PIECES']) outbox.revise(alert.id, withStep(code));
	const inFlight = counter.waiting();
	await counter.answer({ kind: 'accepted' });
	await counter.answer({ kind: 'accepted' });

	expect(inFlight).toBe(1);
	expect(counter.received.map(({ revision }) => revision)).toEqual([0, 3]);
	expect(counter.received.at(-1)).toMatchObject({ revision: 3, step: 'PIECES' });
	expect(counter.waiting()).toBe(0);
});

test('an undo of an alert that left is a retracted revision', async () => {
	const { outbox, counter } = openOutbox();
	const alert = anAlert();
	outbox.add(alert);
	await counter.answer({ kind: 'accepted' });

	outbox.withdraw(alert.id);

	expect(counter.received.at(-1)).toEqual({ ...alert, revision: 1, retracted: true });
});

test('an undo of an alert that may have left is sent, even though no answer came', async () => {
	const storage = memoryStorage();
	const alert = anAlert();
	const closed = openOutbox(storage);
	closed.outbox.add(alert);

	const reopened = openOutbox(storage);
	reopened.outbox.withdraw(alert.id);
	await reopened.counter.answer({ kind: 'unreachable' });
	await reopened.pass(2_000);

	expect(reopened.counter.received.at(-1)).toMatchObject({ id: alert.id, retracted: true });
});

test('an undo of an alert that never left sends nothing at all', async () => {
	const { outbox, counter, pass } = openOutbox();
	outbox.add(anAlert());
	await counter.answer({ kind: 'unreachable' });
	const kept = anAlert('ANTS');
	outbox.add(kept);

	outbox.withdraw(kept.id);
	await pass(10_000);
	await counter.answer({ kind: 'accepted' });
	await pass(10_000);

	expect(counter.received.some(({ id }) => id === kept.id)).toBe(false);
	expect(outbox.state().declarations.some(isPending)).toBe(false);
});

test('nothing revises a declaration once it is withdrawn', async () => {
	const { outbox, counter } = openOutbox();
	const alert = anAlert();
	outbox.add(alert);
	await counter.answer({ kind: 'accepted' });
	outbox.withdraw(alert.id);
	await counter.answer({ kind: 'accepted' });

	outbox.revise(alert.id, withStep('CONNEXION'));

	expect(counter.received).toHaveLength(2);
});

test('a revision refused as a conflict does not stop the next one', async () => {
	const { outbox, counter } = openOutbox();
	const alert = anAlert();
	outbox.add(alert);
	await counter.answer({ kind: 'accepted' });
	outbox.revise(alert.id, withStep('CONNEXION'));
	await counter.answer({ kind: 'refused', code: 'conflict' });

	outbox.revise(alert.id, withStep('PIECES'));
	await counter.answer({ kind: 'accepted' });

	expect(counter.received.at(-1)).toMatchObject({ revision: 2, step: 'PIECES' });
	expect(outbox.state().declarations[0]).toMatchObject({ refused: null, acknowledged: 2 });
});
