import { expect, it } from 'vitest';
import { foundIn } from './found-in.js';

const labels = (text: string): (string | undefined)[] => foundIn(text).map((found) => found.split(':')[0]);

it.each([
	'12/03/1954',
	'12.03.54',
	'12-03-1954',
	'12 03 1954',
	'1954-03-12',
	'12 mars 1954',
	'1er mars 1954',
	'12 MARS 1954',
	'12 janv. 1954',
	'douze mars mille neuf cent cinquante-quatre',
	'mars 1954',
	'le 12/03',
	'12|03|1954',
])('%s is a date that somebody may be born on', (date) => {
	expect(labels(`Dupond, ${date}`)).toContain('date');
});

it.each([
	'né le 12.3.54',
	'née en 1984',
	'né à Lens en 1984',
	'né(e) le 3/4/84',
	'ne le 12 mars',
	'Date de naissance : 1954',
	'DDN 12 03 54',
	'nés le 3 mai',
])('%s: a birth is told by its word', (text) => {
	expect(labels(text)).toEqual(['date']);
});

it.each([
	'depuis le 12 novembre',
	'depuis le 12/11',
	'à partir du 1er janvier',
	'avant le 31 mars',
	'le bug du 12 novembre est corrigé',
	'en 2024 cela marchait',
	'depuis octobre 2025',
	'la date de naissance est refusée 3 fois',
	'la version 4.2.10 plante',
	'10/12 demandes refusées',
	'24h/24 et 7j/7',
])('%s: a date of the service, without the year of a birth, passes', (text) => {
	expect(foundIn(text)).toEqual([]);
});
