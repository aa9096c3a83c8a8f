import { expect, test } from 'vitest';
import { perturbationsIn } from '../src/platforms/live-levels.js';

const level = {
	platform: 'ANTS',
	territory: 'FR',
	level: 'strong',
	since: '2026-11-17T09:15:00Z',
	band: '6-9',
	sentence: { key: 'outage.country.strong', parameters: {} },
};
const until = '2026-11-17T12:00:00Z';

test('while a stop that was announced lasts it is told instead of a level, for every région', () => {
	const told = perturbationsIn({ levels: [level], maintenances: [{ platform: 'ANTS', until }] }, '35');

	expect(told.get('ANTS')).toEqual({ level: 'maintenance', until: Date.parse(until) });
});

test('the stop of one platform hides nothing of another; stops of another shape are none', () => {
	const maintenances = [{ platform: 'AMELI', until }, { platform: 'ANTS' }, null, 3];

	expect(perturbationsIn({ levels: [level], maintenances }, '35').get('ANTS')?.level).toBe('strong');
	expect(perturbationsIn({ levels: [level], maintenances: 'none' }, '35').get('ANTS')?.level).toBe('strong');
});
