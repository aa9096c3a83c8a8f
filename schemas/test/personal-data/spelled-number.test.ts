import { expect, it } from 'vitest';
import { foundIn } from './found-in.js';

it.each([
	'zéro six douze trente-quatre cinquante-six soixante-dix-huit',
	'zero six, douze, trente quatre, cinquante six, quatre-vingt-dix-neuf',
	'06 douze 34 cinquante et un 78',
])('%s: a dictated number is a telephone number', (phone) => {
	expect(foundIn(`son numéro ${phone}`)).toEqual([`telephone: ${phone}`]);
});

it.each(['deux ou trois dossiers', 'vingt-cinq personnes', 'une, deux, trois relances', 'trente six mois'])(
	'%s: counts in words pass',
	(text) => {
		expect(foundIn(text)).toEqual([]);
	},
);
