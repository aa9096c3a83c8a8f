import { expect, it } from 'vitest';
import { foundIn } from './found-in.js';

it.each([
	'Nom : Tartempion',
	'NOM: DE LA TOUR',
	'Prénom : Zélimkhan',
	'Assuré(e) : de La Tour',
	'son fils Zélimkhan',
	'la voisine, Ghislette',
	'la patiente TARTEMPION',
	'je m’appelle Zélimkhan',
	'née Tartempion',
	'rédigé par Zélimkhan',
	'Cordialement,\nZélie Tartempion',
])('%s: who a field or a tie announces is named', (text) => {
	expect(foundIn(text).map((found) => found.split(':')[0])).toEqual(['nom']);
});

it.each([
	'Nom : champ obligatoire',
	"l'allocataire RSA et l'usager ANEF",
	'le bénéficiaire France Travail',
	'bloqué par Chrome',
	'la mère isolée',
	'vu avec la CPAM',
])('%s: labels that name nobody pass', (text) => {
	expect(foundIn(text)).toEqual([]);
});
