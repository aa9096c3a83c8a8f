import { expect, it } from 'vitest';
import { foundIn } from './found-in.js';

it.each([
	'123456',
	'12 34 56',
	'1234.567',
	'12-34-567',
	'12/345/6',
	'123|456',
	'0000 000 000 00',
	'123 456 789 € 12',
])('%s: six digits held by single separators are refused', (number) => {
	expect(foundIn(`dossier ${number} bloqué`)).not.toEqual([]);
});

it.each([
	'un indu de 1 250,50 €',
	'un indu de 12 500 euros',
	'entre 500 et 12 000 €, soit 1250.50 euros',
	'de 500 - 800 €',
	'cerfa 15481',
	'cerfa n° 15481*03',
	'la campagne 2024-2025',
	'depuis 09/2025',
	'le décret n° 2020-1234',
	'en 2025 150 familles',
	'les départements 75, 92 et 93',
	'12345 dossiers',
])('%s: numbers of the trade pass', (text) => {
	expect(foundIn(text)).toEqual([]);
});

it('a sum of more than five digits is no sum for this', () => {
	expect(foundIn('reçu 0612345678 €')).toEqual(['telephone: 0612345678']);
	expect(foundIn('reçu 123456 €')).toEqual(['numero_long: 123456']);
});
