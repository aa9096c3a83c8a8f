import { expect, test } from 'vitest';
import { homeTexts } from '../src/home-texts.js';

const [{ fr, en }, what] = [homeTexts, 'Perturbation'];

test('other régions are named without an article: each would ask for another one', () => {
	expect(fr.alsoIn(what, 'La Réunion', 1)).toBe('Perturbation\u202F; aussi\u00A0: région La Réunion');
	expect(fr.alsoIn(what, 'Hauts-de-France et Bretagne', 2)).toBe(
		'Perturbation\u202F; aussi\u00A0: régions Hauts-de-France et Bretagne',
	);
	expect(en.alsoIn(what, 'La Réunion', 1)).toBe('Perturbation; also: région La Réunion');
	expect(en.alsoIn(what, 'Hauts-de-France and Bretagne', 2)).toBe(
		'Perturbation; also: régions Hauts-de-France and Bretagne',
	);
});
