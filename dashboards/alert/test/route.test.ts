import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fragmentOf, routeOf, tabs } from '../src/route.js';
import { anId } from './stand-ins.js';

test('every screen, with or without a declaration over it, is found again from its address', () => {
	for (const screen of [...tabs, 'appareil'] as const) {
		for (const detail of [null, anId()]) {
			expect(routeOf(fragmentOf({ screen, detail }))).toEqual({ screen, detail });
		}
	}
});

test('any other address leads to the tiles', () => {
	fc.assert(
		fc.property(fc.string(), (text) => {
			fc.pre(![...tabs, 'appareil'].some((known) => text.replace(/^#/, '').split('/')[0] === known));
			expect(routeOf(`#${text}`)).toEqual({ screen: 'alerter', detail: null });
		}),
	);
});
