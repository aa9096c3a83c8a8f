import { expect, test } from 'vitest';
import { newDeclaration } from '../src/declarations/declaration.js';
import { nameOf } from '../src/declarations/declaration-name.js';
import { newsOf } from '../src/declarations/news.js';
import type { OutboxState } from '../src/declarations/outbox.js';
import { anAlert, START } from './stand-ins.js';

const declared = newDeclaration(anAlert('AMELI'), START);
const quiet: OutboxState = { declarations: [declared], hold: null, delayed: new Set(), keeps: true };

test('the arrival of a declaration is told once', () => {
	const received = { ...quiet, declarations: [{ ...declared, acknowledged: 0, acknowledgedAt: START }] };

	expect(newsOf(quiet, received)).toMatchObject({ what: 'received' });
	expect(newsOf(received, received)).toBeNull();
});

test('a declaration that stays here, or is refused, is told', () => {
	const offline: OutboxState = { ...quiet, hold: { reason: 'unreachable' } };
	const refused = { ...quiet, declarations: [{ ...declared, refused: 'invalid_request' }] };

	expect(newsOf(quiet, offline)).toMatchObject({ what: 'kept' });
	expect(newsOf({ ...offline, declarations: [] }, offline)).toMatchObject({ what: 'kept' });
	expect(newsOf({ ...quiet, declarations: [] }, quiet)).toBeNull();
	expect(newsOf(quiet, refused)).toMatchObject({ what: 'refused' });
});

test('a declaration is named by what it is about, in the worker’s words', () => {
	expect(nameOf(declared.event)).toBe('ameli.fr');
	expect(nameOf({ ...anAlert('CAF_MON_COMPTE'), failureKind: 'NIR_PROVISOIRE' })).toBe(
		'caf.fr\u00a0: numéro provisoire refusé',
	);
});
