import { expect, test } from 'vitest';
import { NO_FILTER } from '../src/logic/filters.js';
import { readView, type View, writeView } from '../src/logic/url-state.js';

const full: View = {
	filters: {
		period: '2-ans',
		territory: { kind: 'departement', code: '2A' },
		body: 'CNAF',
		platform: 'CAF_MON_COMPTE',
		benefit: 'RSA',
		group: 'CONTACT',
	},
	until: '2026-W46',
	version: '0123456789ab',
};

test('a view written to an address is read back the same', () => {
	expect(readView(writeView('', full))).toEqual(full);
});

test('a first visit has an empty address', () => {
	expect(writeView('', { filters: NO_FILTER, until: null, version: null })).toBe('');
	expect(readView('')).toEqual({ filters: NO_FILTER, until: null, version: null });
});

test('what is not the view’s own is kept', () => {
	expect(writeView('?lang=en&droit=RSA', { filters: NO_FILTER, until: null, version: null })).toBe(
		'?lang=en',
	);
});

test('unknown codes and weeks are dropped, so that an old or false link still opens', () => {
	const view = readView(
		'?droit=INCONNU&territoire=region-999&semaine=2026-M11&periode=un-siecle&plateforme=ANTS',
	);

	expect(view).toEqual({ filters: { ...NO_FILTER, platform: 'ANTS' }, until: null, version: null });
});

test('a permanent link names the lists it was read with', () => {
	expect(writeView('', full, '2026.1')).toContain('taxonomie=2026.1');
});
