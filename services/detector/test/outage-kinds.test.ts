import { judgeDay } from '@vigie/detector/live/judge-day';
import { learn } from '@vigie/detector/live/learn';
import type { Report } from '@vigie/detector/live/read-day';
import { SLOT_MS } from '@vigie/detector/statistics/outage/local-time';
import { addWeeks, slotOf, weekBounds } from '@vigie/schemas/calendar';
import type { PrivateSignal } from '@vigie/schemas/signal';
import { describe, expect, it } from 'vitest';

const PLATFORM = 'FRANCE_TRAVAIL';
const WEEK = '2026-W47';
const places = [
	{ departement: '75', region: '11' },
	{ departement: '35', region: '53' },
	{ departement: '69', region: '84' },
] as const;
const OPENS_S = 9 * 3_600;
const QUARTERS = 36;

const weeks = Array.from({ length: 26 }, (_, index) => addWeeks(WEEK, index - 26));
const openings = weeks.flatMap((week) => {
	const monday = Math.floor(weekBounds(week).start.getTime() / 1_000);
	return [0, 1, 2, 3, 4].map((day) => monday + day * 86_400 + OPENS_S);
});
const officeSlots = openings.flatMap((opening) =>
	Array.from({ length: QUARTERS }, (_, quarter) => opening + quarter * 900),
);

/** spread lays so many events a week over its days and hours. */
const spread = (byWeek: readonly number[]): number[] =>
	byWeek.flatMap((count, week) =>
		Array.from(
			{ length: count },
			(_, index) => (openings[5 * week + (index % 5)] ?? 0) + ((11 * index + week) % QUARTERS) * 900,
		),
	);

/** knowing gives what is expected where six reports come in each quarter of an hour, of which so many a week say PANNE. */
const knowing = (panneByWeek: readonly number[], more: readonly number[] = []) => {
	const panne = [...spread(panneByWeek), ...more];
	return learn({
		weeks,
		regions: places.map(({ region }) => ({
			code: region,
			platform: PLATFORM,
			slots: officeSlots,
			counts: officeSlots.map(() => 2),
		})),
		kinds: [{ platform: PLATFORM, code: 'PANNE', slots: panne, counts: panne.map(() => 1) }],
		reporters: weeks.map(() => 40),
	});
};

const rarely = weeks.map(() => 3);
const knowledge = knowing(rarely);

const ten = Date.parse('2026-11-17T09:00:00Z');

/** said gives a report of the day; `who` stands for the device, and for the structure unless that is named. */
const said = (atMs: number, who: number, failureKind = 'NON_PRECISE', structure = `s${who}`): Report => ({
	atMs,
	platform: PLATFORM,
	failureKind,
	...(places[who % 3] ?? places[0]),
	reporter: `r${who}`,
	structure,
	organisation: structure === 'one' ? 'one' : `o${who}`,
	isOwn: false,
});

/** ordinary gives six reports of others in each quarter of an hour from the opening up to an instant. */
const ordinary = (untilMs: number): Report[] => {
	const fromMs = ten - 3_600_000;
	return Array.from({ length: Math.round((untilMs - fromMs) / SLOT_MS) }, (_, quarter) =>
		[0, 1, 2, 3, 4, 5].map((index) => said(fromMs + quarter * SLOT_MS, 1_000 + 6 * quarter + index)),
	).flat();
};

const many = (count: number, atMs: number, kind?: string, structure?: string, from = 1): Report[] =>
	Array.from({ length: count }, (_, index) => said(atMs, from + index, kind, structure));

/** run judges quarters of an hour one after the other, and gives what is said of the platform in France. */
const run = (reports: readonly Report[], slots: readonly number[]): PrivateSignal[] => {
	const before = new Map<string, PrivateSignal>();
	const closed = new Map<string, string>();
	const heard: PrivateSignal[] = [];
	for (const atMs of slots) {
		const slot = slotOf(new Date(atMs));
		const known = reports
			.filter((report) => report.atMs < atMs + SLOT_MS)
			.toSorted((a, b) => a.atMs - b.atMs);
		for (const { series, signal } of judgeDay({ slot, reports: known, knowledge, before, closed })) {
			before.set(series, signal);
			if (signal.transition === 'closed') closed.set(series, slot);
			if (series === `outage/FR/${PLATFORM}`) heard.push(signal);
		}
	}
	return heard;
};

const busy = ordinary(ten + SLOT_MS);

describe('on a busy platform', () => {
	it('nothing is said of a usual day', () => {
		expect(run(busy, [ten])).toEqual([]);
	});

	it('a rare kind tells an outage, and those who say it stand behind it, not everybody who reports', () => {
		const [signal] = run([...busy, ...many(7, ten, 'PANNE')], [ten]);

		expect(signal).toMatchObject({ transition: 'opened', level: 'strong', ladder: [{ structures: 7 }] });
		expect(JSON.stringify(signal)).not.toContain('PANNE');
	});

	it('one structure that says a kind is no signal, and stands behind what is watched alone', () => {
		const [signal] = run([...busy, ...many(8, ten, 'PANNE', 'one')], [ten]);

		expect(signal?.level).toBe('watch');
		expect(signal?.ladder[0]?.structures).toBe(1);
	});

	it('a flood of one structure among ordinary reports of others is no signal', () => {
		const levels = run([...busy, ...many(60, ten, undefined, 'one')], [ten]).map(({ level }) => level);

		expect(levels).not.toContain('signal');
		expect(levels).not.toContain('strong');
	});

	it('a flood of one kind by one structure hides no other kind', () => {
		const flood = many(30, ten - SLOT_MS, 'PANNE', 'one', 500);
		const [first, last] = run([...busy, ...flood, ...many(12, ten, 'CODE_NON_RECU')], [ten - SLOT_MS, ten]);

		expect(first?.level).toBe('watch');
		expect(last).toMatchObject({ level: 'strong', ladder: [{ structures: 12 }] });
	});

	it('an outage that is over does not come back by its own reports when another failure begins that day', () => {
		// Its witnesses are still within the three hours that the gate looks at.
		const over = ten + 9 * SLOT_MS;
		const later = over + SLOT_MS;
		const day = [
			...ordinary(later + 3 * SLOT_MS),
			...many(7, ten, 'PANNE'),
			...many(5, later, 'CODE_NON_RECU', 'one', 700),
		];
		const heard = run(day, [ten, over, later, later + SLOT_MS]);

		expect(heard.map(({ transition, level }) => `${transition} ${level}`)).toEqual([
			'opened strong',
			'closed usual',
			'opened watch',
		]);
	});
});

describe('what is learnt of a kind', () => {
	it('is its own past, without days of incidents', () => {
		const { perWeek, noise } = knowledge.usualKind(PLATFORM, 'PANNE');

		expect(perWeek).toBeGreaterThan(2.9);
		expect(perWeek).toBeLessThan(3.2);
		const outage = Array.from({ length: 9 }, () => openings[60] ?? 0);
		expect(knowing(rarely, outage).usualKind(PLATFORM, 'PANNE').noise.phi).toBeLessThan(1.2 * noise.phi);
	});

	it('is at least what the last weeks brought, and never nothing', () => {
		const rising = knowing(rarely.map((n, week) => (week > 22 ? 30 : n)));

		expect(rising.usualKind(PLATFORM, 'PANNE').perWeek).toBe(30);
		expect(knowledge.usualKind(PLATFORM, 'CODE_NON_RECU').perWeek).toBeGreaterThan(0.05);
	});
});
