import { expect, test } from 'vitest';
import { perturbationsIn, readPerturbations } from '../src/platforms/live-levels.js';

const since = '2026-11-17T09:15:00Z';
const level = (platform: string, territory: string, word = 'signal') => ({
	platform,
	territory,
	level: word,
	since,
	band: '6-9',
	sentence: { key: 'outage.country.signal', parameters: {} },
});

test('a device is told of its country and of its région, the country first, and of no other région', () => {
	const body = {
		levels: [
			level('AMELI', 'R53', 'watch'),
			level('ANTS', 'R53', 'strong'),
			level('ANTS', 'FR'),
			level('MSA', 'R11'),
		],
	};

	const told = perturbationsIn(body, '35');

	expect([...told]).toEqual([
		['ANTS', { level: 'signal', since: Date.parse(since), isRegional: false }],
		['AMELI', { level: 'watch', since: Date.parse(since), isRegional: true }],
	]);
});

test('an answer of another shape tells nothing, and breaks nothing', () => {
	for (const body of [
		null,
		{},
		{ levels: 'none' },
		{ levels: [null, 3, { platform: 'ANTS', territory: 'FR' }] },
	])
		expect(perturbationsIn(body, '35').size).toBe(0);
});

test('when nobody answers, or with a problem, nothing is known', async () => {
	const refusing: typeof fetch = async () => new Response('{}', { status: 503 });
	const away: typeof fetch = async () => Promise.reject(new TypeError('no network'));

	expect(await readPerturbations(refusing, '35')).toBeNull();
	expect(await readPerturbations(away, '35')).toBeNull();
});
