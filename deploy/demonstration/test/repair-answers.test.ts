import { Event } from '@vigie/schemas/events';
import { expect, test } from 'vitest';
import { repairAnswers } from '../src/repair-answers.js';
import { createWorld } from '../src/world.js';

const world = createWorld({ seed: 'test', now: new Date('2026-11-23T10:00:00Z') });

/** said counts the answers of a week about the login of the CAF, and the structures behind them. */
const said = (index: number, mended: string) => {
	const found = repairAnswers(world, index).filter(
		({ event }) =>
			event.kind === 'repair.confirmed' &&
			event.platform === 'CAF_MON_COMPTE' &&
			event.failureKind === 'NIR_PROVISOIRE' &&
			event.mended === mended,
	);
	return { answers: found.length, structures: new Set(found.map(({ worker }) => worker.structure.id)).size };
};

test('the same seed gives the same answers, each a valid event of the contract', () => {
	const again = createWorld({ seed: 'test', now: new Date('2026-11-23T18:00:00Z') });
	const answers = repairAnswers(world, 94);

	expect(JSON.stringify(repairAnswers(again, 94))).toBe(JSON.stringify(answers));
	expect(answers.filter(({ event }) => !Event.safeParse(event).success)).toEqual([]);
});

test('once the CAF login is mended the field says so, and that it fails when it does again', () => {
	expect(said(92, 'OUI').answers + said(92, 'NON').answers).toBe(0);
	for (const week of [93, 94, 95, 96, 97]) {
		expect(said(week, 'OUI').structures).toBeGreaterThanOrEqual(4);
		expect(said(week, 'OUI').answers).toBeGreaterThan(2 * said(week, 'NON').answers);
	}
	expect(said(98, 'NON').structures).toBeGreaterThanOrEqual(4);
	expect(said(98, 'NON').answers).toBeGreaterThan(2 * said(98, 'OUI').answers);
});

test('nobody is asked of an outage of some hours, of what was never mended, or of a false friend', () => {
	const asked = world.weeks.flatMap((_, index) => repairAnswers(world, index));
	const answers = asked.flatMap(({ event }) => (event.kind === 'repair.confirmed' ? [event] : []));
	const named = new Set(
		answers.map(({ platform, failureKind, step }) => [platform, failureKind ?? step].join(' ')),
	);

	expect(asked.length).toBeGreaterThan(200);
	expect(answers).toHaveLength(asked.length);
	const outages = world.incidents.filter(({ outage }) => outage !== null);
	expect(outages.map(({ platform }) => platform)).toEqual(expect.arrayContaining(['ANTS', 'FRANCECONNECT']));
	expect(outages.filter(({ platform, kinds: [kind] }) => named.has(`${platform} ${kind}`))).toEqual([]);
	expect(answers.filter(({ platform }) => ['*', 'ANEF'].includes(platform))).toEqual([]);
});

test('nor of an incident like one that is asked about, had it been no signal, an outage, on every platform or in some places', () => {
	const login = world.incidents.find(({ id }) => id === 'caf-login');
	if (login === undefined) throw new Error('a world without the CAF login');
	const answersAbout = (changes: Partial<typeof login>): number =>
		repairAnswers({ ...world, incidents: [{ ...login, ...changes }] }, 94).length;

	expect(answersAbout({})).toBeGreaterThan(5);
	expect(answersAbout({ isSignal: false })).toBe(0);
	expect(answersAbout({ outage: { date: '2026-09-22', hour: 10, hours: 4, perHour: 30 } })).toBe(0);
	expect(answersAbout({ platform: '*' })).toBe(0);
	expect(answersAbout({ departements: ['59'] })).toBe(0);
});
