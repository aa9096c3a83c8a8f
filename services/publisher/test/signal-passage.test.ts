import { createQuerier } from '@vigie/kit/clickhouse';
import { displayedReader } from '@vigie/publisher/signals/displayed';
import { openDoor } from '@vigie/publisher/signals/door';
import { openSignalStates } from '@vigie/publisher/signals/signal-states';
import type { PrivateSignal } from '@vigie/schemas/signal';
import { useClickHouse } from '@vigie/test/engines';
import { expect, it } from 'vitest';
import { aRung, aSignal } from './signal-examples.js';
import { rowsIn } from './store.js';

const engine = await useClickHouse();
const client = engine.clientOf('publisher');
const open = (world: 'demo' | 'real' = 'demo') => {
	const pass = openDoor({
		secret: Buffer.alloc(32, 3),
		world,
		states: openSignalStates(client),
		readDisplayed: displayedReader(createQuerier(client)),
		patienceMs: 500,
		signal: new AbortController().signal,
	});
	return (signal: unknown) => pass(Buffer.from(typeof signal === 'string' ? signal : JSON.stringify(signal)));
};
const withId = (last: string, change: Partial<PrivateSignal> = {}): PrivateSignal =>
	aSignal({ id: `7f1de9b4-5a39-4a0e-9d55-0f9a6f1f6b${last}`, ...change });

it('a message read again passes again with the same words, an older one not at all', async () => {
	const pass = open();
	const [opened, changed] = [
		withId('01'),
		withId('01', { version: 2, transition: 'changed', level: 'strong' }),
	];

	const first = await pass(opened);
	expect(await pass(opened)).toEqual(first);
	const second = await pass(changed);
	expect(await pass(opened)).toEqual({ outcome: 'withheld' });
	expect(await open()(changed)).toEqual(second);

	expect(second).toMatchObject({ outcome: 'published', signal: { version: 2, level: 'strong' } });
	const rows = await client.query({
		query: 'SELECT version, level, band FROM published.signals FINAL ORDER BY version',
		format: 'JSONEachRow',
	});
	expect(await rows.json()).toEqual([
		{ version: 1, level: 'signal', band: '6-9' },
		{ version: 2, level: 'strong', band: '6-9' },
	]);
});

it.each([
	['not JSON', '{'],
	['contract', { ...withId('02'), contract: '2-0-0' }],
	['unrecognized_keys', { ...withId('02'), count: 12 }],
	['level', withId('02', { level: 'usual' })],
	['no ancestor', withId('02', { ladder: [aRung({}, 9), aRung({ territory: 'R11' }, 9)] })],
	['no ancestor', withId('02', { ladder: [aRung({ territory: '75' }, 9), aRung({ territory: 'R84' }, 9)] })],
	['does not know', withId('02', { ladder: [aRung({ territory: '999' }, 9), aRung({}, 9)] })],
	[
		'names more',
		withId('02', {
			ladder: [{ ...aRung({}, 9), sentence: { key: 'outage.platform', parameters: { kind: 'PANNE' } } }],
		}),
	],
])(
	'a signal that breaks its contract is refused without a value (%s), and nothing is written',
	async (reason, signal) => {
		const [states, rows] = [
			await rowsIn(client, 'private.signal_states'),
			await rowsIn(client, 'published.signals'),
		];

		expect(await open()(signal)).toEqual({ outcome: 'refused', reason: expect.stringContaining(reason) });

		expect(await rowsIn(client, 'private.signal_states')).toBe(states);
		expect(await rowsIn(client, 'published.signals')).toBe(rows);
	},
);

it('a signal of a week is told where the release shows it to all, and not at all when the week is not released', async () => {
	const hand = engine.clientOf('migrator');
	const cell = { release: '2026-W46', node: 'platform-kind', y: 20 };
	await hand.insert({
		table: 'published.cells',
		values: [
			{ ...cell, coordinates: ['ANTS', 'PANNE'], openFlag: 'protected', signedFlag: 'shown' },
			{ ...cell, node: 'platform', coordinates: ['ANTS'], openFlag: 'shown', signedFlag: 'shown' },
		],
		format: 'JSONEachRow',
	});
	await hand.insert({
		table: 'published.manifest',
		values: [{ release: '2026-W46', level: 'week', world: 'demo', start: 0, end: 1 }],
		format: 'JSONEachRow',
	});
	const burst = (id: string, week: string) =>
		withId(id, { family: 'burst', week, ladder: [aRung({ kind: 'PANNE' }, 9), aRung({}, 9)] });

	expect(await open()(burst('03', '2026-W46'))).toMatchObject({
		outcome: 'published',
		signal: { coordinates: { platform: 'ANTS', kind: null } },
	});
	expect(await open()(burst('04', '2026-W45'))).toEqual({ outcome: 'withheld' });
});

it('a verdict is told where a signal was once told, whatever its release shows, and nowhere else', async () => {
	const repair = {
		report: `r-${'0'.repeat(24)}`,
		effectiveFrom: '2026-11-12T09:00:00Z',
		weeksToDecide: 2,
		mended: 4,
		broken: 0,
	};
	const verdict = (id: string, platform: string) =>
		withId(id, {
			family: 'verdict',
			week: '2026-W46',
			level: 'watch',
			verdict: 'in-observation',
			repair,
			ladder: [aRung({ platform, kind: 'PANNE' }, 9), aRung({ platform }, 9)].map((rung) => ({
				...rung,
				sentence: { key: 'verdict.in-observation', parameters: { platform } },
			})),
		});

	expect(await open()(verdict('06', 'ANTS'))).toMatchObject({
		outcome: 'published',
		signal: {
			coordinates: { platform: 'ANTS', kind: null },
			repair: { report: repair.report, weeksToDecide: '2', mended: '3-5', broken: null },
		},
	});
	expect(await open()(verdict('07', 'AMELI'))).toEqual({ outcome: 'withheld' });
});

it('a real world publishes its signals, and says which world they are of', async () => {
	expect(await open('real')(withId('05'))).toMatchObject({ outcome: 'published', signal: { world: 'real' } });
});

it('the engine refuses the api’s user what the door remembers, and shows it what left', async () => {
	const api = engine.clientOf('api');

	await expect(rowsIn(api, 'private.signal_states')).rejects.toMatchObject({ code: '497' });
	expect(await rowsIn(api, 'published.signals')).toBeGreaterThan(0);
});
