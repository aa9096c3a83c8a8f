import { catalogue } from '@vigie/dashboard-ui/catalogue';
import { frenchSpaces } from '@vigie/dashboard-ui/french-spaces';
import { chooseLanguage, languageHref } from '@vigie/dashboard-ui/language';
import { expect, test } from 'vitest';

test('the address wins over what was remembered, and French is the default', () => {
	expect(chooseLanguage('?lang=en', 'fr')).toBe('en');
	expect(chooseLanguage('?droit=RSA', 'en')).toBe('en');
	expect(chooseLanguage('?lang=xx', null)).toBe('fr');
});

test('a link to the other language keeps the filters and the anchor', () => {
	expect(languageHref('https://vigie.test/tendances/?droit=RSA#ou', 'en')).toBe(
		'/tendances/?droit=RSA&lang=en#ou',
	);
});

test('French signs never begin a line', () => {
	expect(frenchSpaces('Table publiée : total')).toBe('Table publiée\u00A0: total');
	expect(frenchSpaces('« non publié » : pourquoi ?')).toBe('«\u00A0non publié\u00A0»\u00A0: pourquoi\u202F?');
	expect(frenchSpaces('40 %')).toBe('40\u00A0%');
});

test('a plus-or-minus keeps its number, however often the text is spaced', () => {
	const once = frenchSpaces('42 ± 4 (± 1 point)');

	expect(once).toBe('42\u00A0±\u00A04 (±\u00A01 point)');
	expect(frenchSpaces(once)).toBe(once);
});

test('a key without English is a type error', () => {
	// @ts-expect-error: the English text of `b` is missing.
	const texts = catalogue({ a: 'un', b: 'deux' }, { a: 'one' });

	expect(texts.en.a).toBe('one');
});
