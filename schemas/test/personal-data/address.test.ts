import { expect, it } from 'vitest';
import { foundIn } from './found-in.js';

it.each([
	'12 rue des Lilas',
	'12bis, avenue Jean-Jaurès',
	'3 impasse du moulin',
	'8 BD VOLTAIRE',
	'1 place de la République',
	'75013 Paris',
	'Lyon (69003)',
	'F-59000 Lille',
	'rue Victor Hugo',
	'BP 1234',
])('%s is an address', (address) => {
	expect(foundIn(`habite ${address}`).map((found) => found.split(':')[0])).toContain('adresse');
});

it.each([
	"plus 1 place en crèche ni d'hébergement",
	'3 cours de français',
	'la personne est à la rue',
	'cerfa 15481 Demande de carte',
	'le code postal 93200 est refusé',
	'la CAF de Lyon et celle de Paris',
])('%s: places that nobody lives at pass', (text) => {
	expect(foundIn(text)).toEqual([]);
});
