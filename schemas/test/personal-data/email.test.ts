import { expect, it } from 'vitest';
import { foundIn } from './found-in.js';

it.each([
	'jean.dupont@gmail.com',
	'jean . dupont @ mail . example . org',
	'jean.dupont(at)gmail.com',
	'jean.dupont [at] gmail [point] com',
	'jean.dupont arobase gmail point com',
	'JEAN.DUPONT@ORANGE.FR',
	'jean＠gmail．com',
	'dupont@gmail',
])('%s is an e-mail address', (email) => {
	expect(foundIn(`écrire à ${email}`).map((found) => found.split(':')[0])).toContain('courriel');
});

it.each([
	'le caractère @ est refusé. Donc on renonce',
	"le champ e-mail refuse l'arobase",
	'la boîte mail est pleine à ce point',
])('%s: an @ of its own passes', (text) => {
	expect(foundIn(text)).toEqual([]);
});
