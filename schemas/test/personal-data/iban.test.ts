import { expect, it } from 'vitest';
import { foundIn } from './found-in.js';

it.each([
	'FR1420041010050500013M02606',
	'FR14 2004 1010 0505 0001 3M02 606',
	'fr14-2004-1010-0505-0001-3m02-606',
])('%s is an account, certainly', (iban) => {
	expect(foundIn(`RIB ${iban} refusé`)).toEqual([`iban!: ${iban}`]);
});

it('an account whose key does not hold is refused for its shape', () => {
	expect(foundIn('FR7630006000011234567890188')).toEqual(['iban: FR7630006000011234567890188']);
});

it('accounts of other countries are found', () => {
	expect(foundIn('BE68 5390 0754 7034')).toEqual(['iban!: BE68 5390 0754 7034']);
	expect(foundIn('compte DE89370400440532013000')).toEqual(['iban!: DE89370400440532013000']);
});

it('words that begin as an account are no account', () => {
	expect(foundIn('de 12 personnes dans la ville, la moitié renonce')).toEqual([]);
});
