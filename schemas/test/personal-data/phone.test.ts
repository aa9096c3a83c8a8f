import { expect, it } from 'vitest';
import { foundIn } from './found-in.js';

it.each([
	'0612345678',
	'06 12 34 56 78',
	'06.12.34.56.78',
	'06-12-34-56-78',
	'06/12/34/56/78',
	'06, 12, 34, 56, 78',
	'06 - 12 - 34 - 56 - 78',
	'+33 6 12 34 56 78',
	'+33(0)612345678',
	'0033 6 12 34 56 78',
	'O6 I2 34 56 78',
	'0262 12 34 56',
	'+212 661 23 45 67',
])('%s is a telephone number', (phone) => {
	expect(foundIn(`tel ${phone}`)).toEqual([`telephone: ${phone}`]);
});

it('an inside line is told by its name', () => {
	expect(foundIn('joindre le poste 45123')).toEqual(['telephone: poste 45123']);
});

it.each([
	'Le 3949 raccroche',
	'Le 36 46 sonne dans le vide',
	'La Poste 2026',
	'appuyer sur 1, puis 2, puis 4',
])('%s: short numbers of services pass', (text) => {
	expect(foundIn(text)).toEqual([]);
});
