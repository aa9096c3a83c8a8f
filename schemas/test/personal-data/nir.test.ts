import { expect, it } from 'vitest';
import { foundIn } from './found-in.js';

it.each(['284052A99900109', '192052B99900182', '284059999900180'])(
	'%s is a social security number, certainly',
	(nir) => {
		expect(foundIn(`bloqué avec ${nir}`)).toEqual([`nir!: ${nir}`]);
	},
);

it.each([
	['a wrong key', '284059999900181'],
	['no key', '2 84 05 99 999 001'],
	['a provisional number', '7 84 05 99 999 001 42'],
	['a month of the registry that is none', '1 84 62 99 999 001 42'],
	['single separators of any kind', '2.84.05/99-999|001 80'],
	['Corsica without a key', '1 92 05 2B 999 001'],
])('its shape alone refuses: %s', (_case, nir) => {
	const [found] = foundIn(`n° ${nir}`);

	expect(found).toMatch(/^nir!?: /);
	expect(found).toContain(nir);
});

it('letters for digits do not hide one', () => {
	expect(foundIn('2 84 O5 99 999 OO1 8O')).toEqual(['nir!: 2 84 O5 99 999 OO1 8O']);
});
