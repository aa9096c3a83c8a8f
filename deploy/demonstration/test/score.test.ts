import type { Episode } from '@vigie/demonstration/backtest/judge-world';
import { scoreOf } from '@vigie/demonstration/backtest/score';
import { incidentsOf } from '@vigie/demonstration/incidents';
import { addWeeks } from '@vigie/schemas/calendar';
import { expect, it } from 'vitest';

const weeks = Array.from({ length: 104 }, (_, at) => addWeeks('2024-W48', at));
const incidents = incidentsOf(weeks);
const episode = (
	at: number,
	family: Episode['family'],
	coordinates: Partial<Episode['coordinates']>,
): Episode => ({
	id: `${family}-${at}`,
	family,
	at,
	coordinates: { platform: null, kind: null, step: null, territory: 'FR', ...coordinates },
});
const login = { platform: 'CAF_MON_COMPTE', kind: 'NIR_PROVISOIRE' };

it('an incident is found in the week of the first signal that tells of it, that week included', () => {
	const { incidents: found } = scoreOf(incidents, [episode(87, 'drift', login), episode(86, 'burst', login)]);

	expect(found.find(({ incident }) => incident === 'caf-login')).toMatchObject({ weeks: 3, signals: 2 });
	expect(found.find(({ incident }) => incident === 'ants-week')).toMatchObject({ weeks: null, signals: 0 });
});

it('a signal elsewhere, of another kind or too late is unfounded', () => {
	const wrong = [
		episode(86, 'burst', { ...login, platform: 'AMELI' }),
		episode(86, 'burst', { ...login, kind: 'PANNE' }),
		episode(20, 'burst', login),
		episode(90, 'drift', { platform: 'ANEF', kind: 'RDV_INDISPONIBLE', territory: 'R93' }),
	];

	expect(scoreOf(incidents, wrong)).toMatchObject({ signals: 4, ppv: 0, unfounded: wrong });
});

it('silence is founded where a département really fell silent, and nowhere else', () => {
	const [silent, heard] = [
		episode(62, 'silence', { territory: '58' }),
		episode(62, 'silence', { territory: '75' }),
	];

	expect(scoreOf(incidents, [silent, heard]).unfounded).toEqual([heard]);
});

it('a signal that tells of a false friend is told apart', () => {
	const friend = incidents.find(({ isSignal }) => !isSignal);
	const told = episode(friend?.from ?? 0, 'burst', { platform: 'MDPH_EN_LIGNE' });

	expect(scoreOf(incidents, [told]).falseFriends).toEqual([told]);
	expect(scoreOf(incidents, []).ppv).toBeNull();
});

it('the truth of the prefectures’ appointments holds for each of them, whatever its step', () => {
	expect(incidents.find(({ id }) => id === 'anef-region')).toMatchObject({ step: null, factor: 4 });
});
