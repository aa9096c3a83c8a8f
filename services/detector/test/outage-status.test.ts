import { KIND_RARITY } from '@vigie/detector/live/watched-kinds';
import { passesGate, type Witnesses } from '@vigie/detector/statistics/gate';
import { type Assessment, assessOutage } from '@vigie/detector/statistics/outage/assessment';
import {
	nextStatus as moveStatus,
	NO_OUTAGE,
	type OutageStatus,
	type Sight,
	type Situation,
} from '@vigie/detector/statistics/outage/status';
import { describe, expect, it } from 'vitest';

const noise = { phi: 1.3, dayVariance: 0.06, squaredError: 0.02 };
const crowd: Witnesses = { reporters: 5, structures: 5, organisations: 3, departements: 4 };
const nobody: Witnesses = { reporters: 0, structures: 0, organisations: 0, departements: 0 };

/** dayOf gives a day that expects half a report a quarter, and what came in its last bins. */
const dayOf = (bins: number, ...latest: number[]) => ({
	mu: new Array<number>(bins).fill(0.5),
	y: [...new Array<number>(bins - latest.length).fill(0), ...latest],
});

interface Case extends Situation, Omit<Sight, 'assessment' | 'rarity'> {
	readonly kind: Sight | null;
}

const situation = (more: Partial<Case> = {}): Case => ({
	slot: '2026-11-10T09:15:00Z',
	scope: 'national',
	witnesses: crowd,
	witnessesLastHour: nobody,
	isConfirmed: false,
	isOneVoice: false,
	quietMinutes: 0,
	kind: null,
	...more,
});

const nextStatus = (status: OutageStatus, assessment: Assessment, { kind, ...more }: Case): OutageStatus =>
	moveStatus(status, { ...more, assessment, rarity: 1 }, kind === null ? [] : [kind], more);

const calm = assessOutage(dayOf(40), noise);
const outage = assessOutage(dayOf(40, 5, 6, 7, 6), noise);
const doubt = assessOutage(dayOf(40, 4, 5, 6, 6), noise);

describe('an outage', () => {
	it('is likely when its tail or its evidence says so and enough people do, and keeps its beginning', () => {
		const likely = nextStatus(NO_OUTAGE, outage, situation());

		expect(likely).toEqual({ level: 'likely', since: '2026-11-10T09:15:00Z' });
		expect(nextStatus(likely, outage, situation({ slot: '2026-11-10T09:30:00Z' }))).toBe(likely);
	});

	it('is likely as soon as the last hour alone says so, on a busy platform', () => {
		const busy = { phi: 1.17, dayVariance: 0.017, squaredError: 0.001 };
		const day = { mu: new Array<number>(24).fill(2.4), y: [...new Array<number>(21).fill(2), 9, 10, 12] };
		const soon = assessOutage(day, busy);

		expect(soon.p1h).toBeLessThan(1e-5);
		expect(soon.p3h).toBeGreaterThan(1e-5);
		expect(soon.evidence).toBeLessThan(1e4);
		expect(nextStatus(NO_OUTAGE, soon, situation()).level).toBe('likely');
		expect(nextStatus(NO_OUTAGE, soon, situation({ witnesses: nobody })).level).toBe('possible');
	});

	it('is possible at first, without asking how many say so', () => {
		expect(doubt.p3h).toBeLessThan(1e-3);
		expect(nextStatus(NO_OUTAGE, doubt, situation({ witnesses: nobody })).level).toBe('possible');
	});

	it('began when it was first possible, however far it rises after', () => {
		const first = situation({ slot: '2026-11-10T09:00:00Z', witnesses: nobody });
		const possible = nextStatus(NO_OUTAGE, doubt, first);

		expect(possible.level).toBe('possible');
		expect(nextStatus(possible, outage, situation({ slot: '2026-11-10T09:30:00Z' }))).toEqual({
			level: 'likely',
			since: '2026-11-10T09:00:00Z',
		});
	});

	it('is confirmed by the body, or by twice the people within an hour', () => {
		const twice = { reporters: 6, structures: 6, organisations: 4, departements: 2 };

		expect(nextStatus(NO_OUTAGE, outage, situation({ witnessesLastHour: twice })).level).toBe('confirmed');
		expect(nextStatus(NO_OUTAGE, calm, situation({ isConfirmed: true })).level).toBe('confirmed');
	});

	it('ends when two hours are calm and an hour of opening time is quiet, and not before', () => {
		const likely = nextStatus(NO_OUTAGE, outage, situation());

		expect(nextStatus(likely, calm, situation({ quietMinutes: 45 }))).toBe(likely);
		expect(nextStatus(likely, outage, situation({ quietMinutes: 60 }))).toBe(likely);
		expect(nextStatus(likely, calm, situation({ quietMinutes: 60 }))).toBe(NO_OUTAGE);
	});

	it('is none on a quiet day, even the first quarter of it, even where nothing is expected', () => {
		expect(nextStatus(NO_OUTAGE, calm, situation())).toBe(NO_OUTAGE);
		expect(assessOutage({ y: [], mu: [] }, noise)).toMatchObject({
			p1h: 1,
			p3h: 1,
			evidence: 1,
			isCalm: true,
		});
		expect(assessOutage({ y: [0], mu: [0] }, noise).evidence).toBeLessThanOrEqual(1);
	});
});

describe('a kind of failure that is watched by itself', () => {
	const rare = { phi: 1, dayVariance: 0.02, squaredError: 0.01 };
	/** Three reports a week of a kind, of which seven come within half an hour. */
	const burst = assessOutage(
		{ mu: new Array<number>(40).fill(0.02), y: [...new Array<number>(38).fill(0), 3, 4] },
		rare,
	);
	const kind = (more: Partial<Sight> = {}): Sight => ({
		assessment: burst,
		witnesses: crowd,
		witnessesLastHour: nobody,
		quietMinutes: 0,
		isOneVoice: false,
		rarity: KIND_RARITY,
		...more,
	});

	it('tells an outage that hides among all that is reported of a busy platform', () => {
		expect(nextStatus(NO_OUTAGE, calm, situation())).toBe(NO_OUTAGE);
		expect(nextStatus(NO_OUTAGE, calm, situation({ kind: kind() })).level).toBe('likely');
	});

	it('must be as many times rarer as there are kinds that are watched', () => {
		const barely: Assessment = { p1h: 9e-6, p3h: 9e-6, evidence: 2e4, isCalm: false };

		expect(nextStatus(NO_OUTAGE, barely, situation()).level).toBe('likely');
		expect(nextStatus(NO_OUTAGE, calm, situation({ kind: kind({ assessment: barely }) })).level).toBe(
			'possible',
		);
	});

	it('needs enough people who say that very thing', () => {
		expect(
			nextStatus(NO_OUTAGE, calm, situation({ witnesses: crowd, kind: kind({ witnesses: nobody }) })).level,
		).toBe('possible');
	});

	it('keeps the outage open until it is quiet too, however calm the platform is', () => {
		const likely = nextStatus(NO_OUTAGE, calm, situation({ kind: kind() }));
		const over = { ...burst, isCalm: true };

		expect(nextStatus(likely, calm, situation({ quietMinutes: 60, kind: kind() }))).toBe(likely);
		expect(
			nextStatus(
				likely,
				calm,
				situation({ quietMinutes: 60, kind: kind({ assessment: over, quietMinutes: 45 }) }),
			),
		).toBe(likely);
		expect(
			nextStatus(
				likely,
				calm,
				situation({ quietMinutes: 60, kind: kind({ assessment: over, quietMinutes: 60 }) }),
			),
		).toBe(NO_OUTAGE);
	});

	it('keeps it open with less than it takes to rise, or an outage would close and open again', () => {
		const likely = nextStatus(NO_OUTAGE, calm, situation({ kind: kind() }));
		const fading: Assessment = { p1h: 1e-3, p3h: 1e-4, evidence: 2e2, isCalm: false };

		expect(
			nextStatus(likely, calm, situation({ quietMinutes: 60, kind: kind({ assessment: fading }) })),
		).toBe(likely);
	});

	it('keeps nothing open when it is rare, and no more than that', () => {
		const likely = nextStatus(NO_OUTAGE, outage, situation());
		const single: Assessment = { p1h: 0.02, p3h: 0.06, evidence: 4, isCalm: false };

		expect(
			nextStatus(likely, calm, situation({ quietMinutes: 60, kind: kind({ assessment: single }) })),
		).toBe(NO_OUTAGE);
	});
});

describe('the gate', () => {
	it.each([
		['a flood from one device', { reporters: 1, structures: 1, organisations: 1, departements: 1 }],
		['a flood from one structure', { reporters: 40, structures: 1, organisations: 1, departements: 1 }],
		['two structures', { reporters: 40, structures: 2, organisations: 2, departements: 2 }],
		['one organisation', { reporters: 40, structures: 12, organisations: 1, departements: 9 }],
		['one département alone', { reporters: 40, structures: 12, organisations: 7, departements: 1 }],
	])('never opens for the country to %s', (_, witnesses) => {
		expect(passesGate(witnesses, 'national')).toBe(false);
		expect(nextStatus(NO_OUTAGE, outage, situation({ witnesses, witnessesLastHour: witnesses })).level).toBe(
			'possible',
		);
	});

	it('opens to three reporters in three structures of two organisations and two départements', () => {
		const witnesses = { reporters: 3, structures: 3, organisations: 2, departements: 2 };

		expect(passesGate(witnesses, 'national')).toBe(true);
		expect(passesGate({ ...witnesses, departements: 1 }, 'departement')).toBe(true);
	});
});
