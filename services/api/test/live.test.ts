import { slotOf } from '@vigie/schemas/calendar';
import { LiveLevels } from '@vigie/schemas/live';
import { useClickHouse } from '@vigie/test/engines';
import { expect, test } from 'vitest';
import { readAs, useApi } from './fixture.js';
import { signalPublisher } from './publish-signal.js';

const clickhouse = await useClickHouse();
const api = await useApi(clickhouse);
const detector = clickhouse.clientOf('detector');
const minutesAgo = (minutes: number): string => slotOf(new Date(Date.now() - minutes * 60_000));
const secondsOf = (slot: string): number => Date.parse(slot) / 1_000;

const publish = signalPublisher(clickhouse, {
	onset: secondsOf(minutesAgo(45)),
	asOf: secondsOf(minutesAgo(15)),
});

const judgedAt = (slot: string) =>
	detector.insert({
		table: 'state.detector_runs',
		values: [{ kind: 'outage', slot: secondsOf(slot), series: 1, durationMs: 1 }],
		format: 'JSONEachRow',
	});

// What is published is remembered for two seconds: another api has read nothing yet.
const live = async () => readAs(await (await useApi(clickhouse)).get('/v1/live'), LiveLevels);

test('before anything is judged no level is told', async () => {
	expect(await readAs(await api.get('/v1/live'), LiveLevels)).toMatchObject({ asOf: null, levels: [] });
});

test('a level that nobody judged again for an hour is not told', async () => {
	await publish({});
	await judgedAt(minutesAgo(120));

	expect(await live()).toMatchObject({ asOf: minutesAgo(120), levels: [] });
});

test('each platform is told at its last level, since when, with a band of structures and no number; what is over or of a closed week is not', async () => {
	await judgedAt(minutesAgo(15));
	await publish({ version: 2, transition: 'changed', level: 'strong', band: '10-19' });
	await publish({ id: 'b'.repeat(32), platform: 'AMELI' });
	await publish({
		id: 'b'.repeat(32),
		platform: 'AMELI',
		version: 2,
		transition: 'closed',
		level: 'usual',
		band: null,
	});
	await publish({ id: 'c'.repeat(32), platform: 'MSA', family: 'burst' });

	const { asOf, levels } = await live();

	expect(asOf).toBe(minutesAgo(15));
	expect(levels).toEqual([
		{
			platform: 'ANTS',
			territory: 'FR',
			level: 'strong',
			since: minutesAgo(45),
			band: '10-19',
			sentence: { key: 'outage.country.signal', parameters: { platform: 'ANTS' } },
		},
	]);
});
