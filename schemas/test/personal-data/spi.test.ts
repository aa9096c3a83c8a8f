import { expect, it } from 'vitest';
import { foundIn } from './found-in.js';

it('3023217600053 is a tax number, certainly', () => {
	expect(foundIn('le 3023217600053 est refusé')).toEqual(['spi!: 3023217600053']);
});

it('thirteen digits that are said to be one are one', () => {
	expect(foundIn('numéro fiscal : 30 23 217 600 054')).toEqual(['spi: 30 23 217 600 054']);
});

it('thirteen digits of nothing known are a long number all the same', () => {
	expect(foundIn('le 3991317600054 est refusé')).toEqual(['numero_long: 3991317600054']);
});
