import { expect, it } from 'vitest';
import { foundIn } from './found-in.js';

it.each([
	'une dame de 45 ans',
	'âgé de 34 ans',
	'elle a 72 ans',
	'mère de trois enfants, 34 ans, mariée',
	'son fils de 3 ans',
	'un homme seul de quarante-deux ans',
	'patiente de 81 ans',
	'un nourrisson de 3 mois',
	'34 ans, habitant Lens',
])('%s: the age of one person is refused', (text) => {
	expect(foundIn(text).map((found) => found.split(':')[0])).toContain('age');
});

it.each([
	'les jeunes de 16 à 25 ans',
	'les moins de 25 ans',
	'les plus de 60 ans',
	'il y a 2 ans',
	'depuis 3 ans',
	'une carte de 10 ans',
	'elle a 5 ans de cotisation',
	'âgés de 16 à 25 ans',
])('%s: brackets, durations and validities pass', (text) => {
	expect(foundIn(text)).toEqual([]);
});
