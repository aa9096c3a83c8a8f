import { expect, test } from 'vitest';
import { generateWeek } from '../src/week.js';
import { createWorld } from '../src/world.js';

const world = createWorld({ seed: 'test', now: new Date('2026-11-23T10:00:00Z') });

const countIn = (indices: readonly number[], matches: (body: Record<string, unknown>) => boolean): number => {
	const counts = indices.map(
		(index) => generateWeek(world, index).filter(({ event }) => matches({ ...event })).length,
	);
	return counts.reduce((sum, count) => sum + count, 0) / indices.length;
};

test('the CAF login change grows to about six times its base, is mended, and comes back at three', () => {
	const isProvisional = ({ platform, failureKind }: Record<string, unknown>) =>
		platform === 'CAF_MON_COMPTE' && failureKind === 'NIR_PROVISOIRE';

	const before = countIn([76, 78, 80, 82], isProvisional);
	const during = countIn([88, 89, 90, 91], isProvisional);
	const quiet = countIn([93, 94, 95, 96], isProvisional);
	const again = countIn([99, 100, 101, 102], isProvisional);

	expect(before).toBeGreaterThan(4);
	expect(during / before).toBeGreaterThan(3.5);
	expect(quiet / before).toBeLessThan(2);
	expect(again / before).toBeGreaterThan(1.8);
});

test('ANTS triples for one week and FranceConnect fails on four platforms at once', () => {
	const onAnts = ({ platform }: Record<string, unknown>) => platform === 'ANTS';
	const identity = ({ platform, failureKind }: Record<string, unknown>) =>
		failureKind === 'PANNE' &&
		['FRANCECONNECT', 'AMELI', 'IMPOTS', 'ASSURANCE_RETRAITE'].includes(String(platform));

	expect(countIn([102], onAnts) / countIn([95, 96, 97], onAnts)).toBeGreaterThan(2);
	expect(countIn([64], identity)).toBeGreaterThan(countIn([62, 63], identity) + 40);
});

test('the ANEF appointments fail in five neighbouring départements and nowhere else', () => {
	const north = ['02', '59', '60', '62', '80'];
	const share = (indices: readonly number[]): number => {
		const blocked = indices
			.flatMap((index) => generateWeek(world, index))
			.filter(
				({ event }) =>
					'platform' in event && event.platform === 'ANEF' && event.failureKind === 'RDV_INDISPONIBLE',
			);
		return blocked.filter(({ worker }) => north.includes(worker.departement)).length / blocked.length;
	};

	expect(share([80, 86, 90, 94, 100])).toBeGreaterThan(share([66, 68, 70, 72, 74]) * 2);
});

test('two départements join late and one falls silent for six weeks', () => {
	const from = (index: number, departement: string) =>
		generateWeek(world, index).filter(({ worker }) => worker.departement === departement).length;

	expect(from(30, '48') + from(30, '2A')).toBe(0);
	expect(from(90, '2A')).toBeGreaterThan(0);
	expect(from(64, '58')).toBe(0);
	expect(from(90, '58')).toBeGreaterThan(0);
});

test('two false friends are in the world and are told as such in its truth table', () => {
	const friends = world.incidents.filter(({ isSignal }) => !isSignal).map(({ id }) => id);

	expect(friends).toEqual(['adoption-jump', 'press-campaign']);
	expect(world.incidents.filter(({ id }) => id.startsWith('random-'))).toHaveLength(12);
});
