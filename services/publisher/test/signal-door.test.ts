import { bandOf } from '@vigie/publisher/signals/band';
import { type IsDisplayed, judge } from '@vigie/publisher/signals/judge';
import { type PrivateSignal, PublishedSignal } from '@vigie/schemas/signal';
import { expect, it } from 'vitest';
import { aRung, aSignal } from './signal-examples.js';

const door = { secret: Buffer.alloc(32, 3), world: 'demo' } as const;
const all: IsDisplayed = () => true;
const none: IsDisplayed = () => false;

/** storyOf judges messages one after the other, as the door does, and gives what left. */
const storyOf = (messages: readonly PrivateSignal[], isDisplayed: IsDisplayed = none) => {
	let before: PublishedSignal | null = null;
	return messages.flatMap((message) => {
		const said = judge(door, message, before, isDisplayed);
		before = said ?? before;
		return said ? [PublishedSignal.parse(said)] : [];
	});
};
const of = (structures: number, change: Partial<PrivateSignal> = {}): PrivateSignal =>
	aSignal({ ladder: [aRung({}, structures)], ...change });

it('what leaves of an outage is its platform, level, onset, duration and a band of structures, nothing else', () => {
	const [said] = storyOf([aSignal()]);

	expect(said).toEqual({
		contract: '1-1-0',
		id: expect.stringMatching(/^[0-9a-f]{32}$/),
		version: 1,
		world: 'demo',
		transition: 'opened',
		family: 'outage',
		level: 'signal',
		verdict: null,
		coordinates: { platform: 'ANTS', step: null, kind: null, territory: 'FR' },
		onset: '2026-11-16T10:15:00Z',
		asOf: '2026-11-16T10:45:00Z',
		durationMinutes: 30,
		band: '6-9',
		sentence: { key: 'outage.platform', parameters: { platform: 'ANTS' } },
		model: { name: 'e-cusum', version: '1' },
	});
	expect(JSON.stringify(said)).not.toContain(aSignal().inputsHash);
});

it('a live level is told from six structures, and taken back under three', () => {
	expect(storyOf([of(5)])).toEqual([]);
	const told = storyOf([
		of(6),
		of(3, { version: 2, transition: 'changed' }),
		of(2, { version: 3, transition: 'changed' }),
	]);

	expect(told.map(({ transition, band }) => [transition, band])).toEqual([
		['opened', '6-9'],
		['changed', '3-5'],
		['closed', null],
	]);
});

it('a live level is told of a platform in a région or in France, at the nearest with enough structures', () => {
	const ladder = (region: number, france: number) => [
		aRung({ step: 'CONNEXION', kind: 'PANNE', territory: '75' }, 40),
		aRung({ territory: '75' }, 40),
		aRung({ territory: 'R11' }, region),
		aRung({ territory: 'FR' }, france),
	];
	const territoryOf = (region: number, france: number) =>
		storyOf([aSignal({ ladder: ladder(region, france) })])[0]?.coordinates.territory;

	expect(territoryOf(6, 12)).toBe('R11');
	expect(territoryOf(5, 12)).toBe('FR');
	expect(territoryOf(5, 5)).toBeUndefined();
});

it('a signal of a closed week is told at the nearest cell that the release shows to all', () => {
	const ladder = [
		aRung({ kind: 'PANNE', step: 'CONNEXION' }, 9),
		aRung({ kind: 'PANNE' }, 9),
		aRung({ territory: 'R11' }, 9),
		aRung({}, 9),
	];
	const burst = aSignal({ family: 'burst', week: '2026-W46', onset: '2026-11-12T10:15:00Z', ladder });
	const only =
		(wanted: string | null): IsDisplayed =>
		({ kind, step, territory }) =>
			kind === wanted && step === null && territory === 'FR';

	expect(storyOf([burst], only('PANNE'))[0]?.coordinates).toMatchObject({ kind: 'PANNE', step: null });
	expect(storyOf([burst], only(null))[0]?.coordinates).toMatchObject({ kind: null, step: null });
	expect(storyOf([burst], none)).toEqual([]);
	expect(storyOf([burst], all)[0]?.onset).toBe('2026-11-08T23:00:00Z');
});

it('a signal that was told stays where it was told until it ends, and says so then even where the cell is hidden', () => {
	const week = { family: 'drift', week: '2026-W46' } as const;
	const judged = [
		judge(door, of(9, week), null, all),
		judge(
			door,
			of(9, { ...week, version: 2, transition: 'changed', level: 'strong' }),
			storyOf([of(9, week)], all)[0] ?? null,
			none,
		),
		judge(
			door,
			of(9, { ...week, version: 3, transition: 'closed', level: 'usual' }),
			storyOf([of(9, week)], all)[0] ?? null,
			none,
		),
	];

	expect(judged.map((said) => said?.transition ?? null)).toEqual(['opened', null, 'closed']);
	expect(judged[2]).toMatchObject({ level: 'usual', band: null, version: 2 });
});

it('a change that changes nothing of what may be told says nothing', () => {
	expect(storyOf([of(7), of(9, { version: 2, transition: 'changed' })])).toHaveLength(1);
	expect(storyOf([of(7), of(10, { version: 2, transition: 'changed' })])).toHaveLength(2);
});

it('a silence of those who report never leaves, nor a signal that ends before it was told', () => {
	expect(storyOf([of(40, { family: 'silence' })])).toEqual([]);
	expect(storyOf([of(40, { transition: 'closed', level: 'usual' })])).toEqual([]);
});

it.each([
	[0, null],
	[2, null],
	[3, '3-5'],
	[5, '3-5'],
	[6, '6-9'],
	[19, '10-19'],
	[49, '20-49'],
	[50, '50+'],
	[900, '50+'],
])('%i structures are told as %s', (structures, band) => expect(bandOf(structures)).toBe(band));

it('a verdict leaves as words and bands: which repair, how long it takes yet, who answered; its last word as it ends', () => {
	const repair = {
		report: `r-${'0'.repeat(24)}`,
		effectiveFrom: '2026-11-12T09:00:00Z',
		weeksToDecide: 7,
		mended: 11,
		broken: 2,
	};
	const verdict = { family: 'verdict', week: '2026-W46', repair } as const;
	const [first, second, ...more] = storyOf(
		[
			of(9, { ...verdict, level: 'watch', verdict: 'in-observation' }),
			of(9, {
				...verdict,
				version: 2,
				transition: 'changed',
				level: 'watch',
				verdict: 'in-observation',
				repair: { ...repair, weeksToDecide: 6, mended: 14 },
			}),
			of(9, {
				...verdict,
				version: 3,
				transition: 'closed',
				level: 'usual',
				verdict: 'recovered',
				repair: { ...repair, weeksToDecide: null },
			}),
		],
		all,
	);

	expect(first?.repair).toEqual({ ...repair, weeksToDecide: '5-8', mended: '10-19', broken: null });
	expect(second).toMatchObject({
		transition: 'closed',
		verdict: 'recovered',
		level: 'usual',
		repair: { report: repair.report, weeksToDecide: null },
	});
	expect(more).toEqual([]);
});
