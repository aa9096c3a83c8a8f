import { inPageLanguage } from '@vigie/dashboard-ui/catalogue';
import { expect, test } from 'vitest';
import { closedFilters } from '../src/logic/closed-filters.js';
import { closedSentences } from '../src/logic/closed-sentences.js';
import { filterOptions } from '../src/logic/filter-options.js';
import { NO_FILTER } from '../src/logic/filters.js';
import { filterTexts } from '../src/texts/filter-texts.js';

const t = inPageLanguage(filterTexts);
const inRegion = { ...NO_FILTER, territory: { kind: 'region', code: '32' } } as const;

test('without a choice every filter is open', () => {
	expect(closedFilters(NO_FILTER, 'standard')).toEqual([]);
});

test('a région closes right and kind, and the country opens them again', () => {
	expect(closedFilters(inRegion, 'standard')).toEqual([
		{ choice: 'benefit', openedBy: 'region' },
		{ choice: 'group', openedBy: 'region' },
	]);
});

test('a closed filter says why, and what to choose instead', () => {
	const [sentence] = closedSentences(inRegion, 'standard', t);

	expect(sentence?.subject).toContain('Droit et Ce qui se passe');
	expect(sentence?.reason).toBe('trop fin pour protéger les personnes. Choisissez la France.');
});

test('going by month is said, not hidden', () => {
	const [sentence] = closedSentences({ ...NO_FILTER, benefit: 'RSA' }, 'standard', t);

	expect(sentence?.reason).toContain('passe au mois');
});

test('options of a closed filter cannot be chosen', () => {
	expect(filterOptions(inRegion, 'standard').benefits.some(({ open }) => open)).toBe(false);
	expect(filterOptions(NO_FILTER, 'standard').benefits.every(({ open }) => open)).toBe(true);
});

test('a right that a platform does not serve cannot be chosen with it', () => {
	const benefits = filterOptions({ ...NO_FILTER, platform: 'CAF_MON_COMPTE' }, 'standard').benefits;

	expect(benefits.find(({ value }) => value === 'RSA')?.open).toBe(true);
	expect(benefits.find(({ value }) => value === 'ARE')?.open).toBe(false);
});

test('a body leaves only its own platforms to choose from', () => {
	const codes = filterOptions({ ...NO_FILTER, body: 'CNAM' }, 'standard').platforms.map(({ value }) => value);

	expect(codes).toContain('AMELI');
	expect(codes).not.toContain('CAF_MON_COMPTE');
});
