import { expect, it } from 'vitest';
import { foundIn } from './found-in.js';

it.each([
	['DUPONT Jean a appelé', 'nom: DUPONT Jean'],
	['vu avec Sandrine ce matin', 'nom: Sandrine'],
	['sandrine dupont ne peut pas', 'nom: sandrine dupont'],
	['Jean-Pierre Petit attend', 'nom: Jean-Pierre Petit'],
	['dossier Koulibaly Fatoumata', 'nom: Koulibaly Fatoumata'],
	['Claire Dupont attend', 'nom: Claire Dupont'],
	["Pierre n'arrive pas à entrer", 'nom: Pierre'],
	['J. Tartempion a signé', 'nom: J. Tartempion'],
	['TARTEMPION J. a signé', 'nom: TARTEMPION J'],
	['Zélimkhan Tartempion attend', 'nom: Zélimkhan Tartempion'],
	['TARTEMPION Zélimkhan attend', 'nom: TARTEMPION Zélimkhan'],
	['Okwuchukwu VAN HOECKE attend', 'nom: Okwuchukwu VAN HOECKE'],
])('%s: first names, surnames and what is written as they are', (text, expected) => {
	expect(foundIn(text)).toEqual([expected]);
});

it.each([
	'Pôle emploi et France Travail',
	'Claire et nette, la règle est fausse',
	"à l'hôpital Robert Debré",
	'le centre social Jean Moulin',
	'à Saint-Denis',
	'LE SITE NE MARCHE PLUS DEPUIS HIER',
	'les lois du pays',
	'La rose est fanée',
	'Action Logement et Secours Catholique',
])('%s: places, bodies and words pass', (text) => {
	expect(foundIn(text)).toEqual([]);
});
