import { readFile, writeFile } from 'node:fs/promises';
import { addWeeks, monthOfWeek, weeksOfPeriod } from '@vigie/schemas/calendar';
import { z } from 'zod';
import { type OwnStack, startOwnStack } from '../own-stack.js';
import { processesOf } from './busy.js';
import { openLargeStore, say } from './large-store.js';
import { createBenchWorld } from './loader.js';
import { type Figure, median, round } from './measure.js';

/** Share of the full size: a tenth shows whether the bench runs. */
const SCALE = z.coerce.number().positive().max(1).default(1).parse(process.env.VIGIE_BENCH_SCALE);
const SMALL = 1_000_000 * SCALE;
const LARGE = 25_000_000 * SCALE;
/** Enough weeks to hold a whole month, of five weeks at most, and one more. */
const HISTORY = 11;
/** Weeks of the large size that lie beside it in the end: a hundred million events in all. */
const BESIDE = 3;
const ROUNDS = 7;
const REQUESTS = 400;

const isIn =
	(weeks: readonly string[]) =>
	(week: string): boolean =>
		weeks.includes(week);

/** memoryOf follows the memory of an engine or service, in bytes: what it takes at most from here on, above what it has now. */
const memoryOf = async (stack: OwnStack, name: string): Promise<() => Promise<number>> => {
	const pid = (await processesOf(stack)).get(name);
	if (pid === undefined) throw new Error(`${name} does not run`);
	const read = async (field: 'VmRSS' | 'VmHWM'): Promise<number> => {
		const status = await readFile(`/proc/${pid}/status`, 'utf8');
		return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) * 1024;
	};
	// Begins the high-water mark anew (proc(5)).
	await writeFile(`/proc/${pid}/clear_refs`, '5');
	const before = await read('VmRSS');
	return async () => (await read('VmHWM')) - before;
};

const gigabytes = (bytes: number): number => round(bytes / 1e9);

const percentile95 = (values: readonly number[]): number =>
	[...values].sort((a, b) => a - b)[Math.floor(0.95 * values.length)] ?? Number.POSITIVE_INFINITY;

/** timeRound gives the 95th percentile of asking for a released table, in milliseconds. */
const timeRound = async (url: string): Promise<number> => {
	const times: number[] = [];
	for (let request = 0; request < REQUESTS; request += 1) {
		const startedMs = performance.now();
		const response = await fetch(url);
		await response.arrayBuffer();
		if (response.status !== 200) throw new Error(`${url} was answered ${response.status}`);
		times.push(performance.now() - startedMs);
	}
	return percentile95(times);
};

/** timeInTurn asks for the same table here and there, in turn: what the machine does beside it weighs on both. Medians of some rounds, after one that warms up. */
const timeInTurn = async (here: string, there: string): Promise<readonly [number, number]> => {
	const rounds: { here: number; there: number }[] = [];
	for (let turn = 0; turn <= ROUNDS; turn += 1)
		rounds.push({ here: await timeRound(here), there: await timeRound(there) });
	const counted = rounds.slice(1);
	say(`p95 in turn: ${counted.map((turn) => `${round(turn.here)} and ${round(turn.there)}`).join(', ')} ms`);
	return [median(counted.map((turn) => turn.here)), median(counted.map((turn) => turn.there))];
};

/**
 * benchLarge closes a week of 25 million events, and asks for a released table of a stack that holds a hundred million and of one that
 * holds one million, in turn: it takes about a quarter of an hour and 20 GB of disk, so that it runs only when it is named.
 */
export const benchLarge = async (stack: OwnStack): Promise<Figure[]> => {
	const world = createBenchWorld('large', HISTORY);
	// A whole month, whose release holds the largest tables that files are made of, and the week after it.
	const month = world.weeks.map(monthOfWeek).find((name) => weeksOfPeriod(name).every(isIn(world.weeks)));
	const [small, large] = [weeksOfPeriod(month ?? ''), addWeeks(weeksOfPeriod(month ?? '').at(-1) ?? '', 1)];
	const table = `/v1/releases/${month}/departement-platform.json`;
	const prepare = async (where: OwnStack) => {
		const store = await openLargeStore(where, world);
		await store.load([...small, large]);
		for (const week of small) await store.multiply(week, SMALL / small.length);
		await store.settle();
		for (const week of small) await store.close(week);
		return store;
	};
	const other = await startOwnStack();
	try {
		say('a million events, here and there…');
		const beside = await prepare(other);
		const store = await prepare(stack);

		say('twenty-five million events of a week, and three such weeks beside it…');
		await store.multiply(large, LARGE);
		// Not the week after it, in which its revisions would be looked for.
		for (let later = 2; later <= BESIDE + 1; later += 1) await store.layBeside(large, LARGE, later);
		await store.settle();
		const rows = await store.rows(large);
		say(`grouping ${rows} events…`);
		const groupedMs = await store.group([...small, large]);
		say(`closing them (${Math.round(groupedMs)} ms to group)…`);
		const engine = await memoryOf(stack, 'ClickHouse');
		const publisher = await memoryOf(stack, 'publisher');
		const closedMs = await store.close(large);
		const memory = { engine: gigabytes(await engine()), publisher: gigabytes(await publisher()) };

		const [all, few] = [await store.rows(), await beside.rows()];
		await store.settle();
		const [besideLarge, besideSmall] = await timeInTurn(`${stack.url}${table}`, `${other.url}${table}`);
		await Promise.all([store.end(), beside.end()]);
		return [
			{
				name: 'large closing / GROUP BY id',
				value: round(closedMs / groupedMs),
				must: 3,
				aim: 2,
				atLeast: false,
				detail: `${rows} events: ${Math.round(closedMs)} ms against ${Math.round(groupedMs)} ms`,
			},
			{
				name: 'large closing, memory (GB)',
				value: round(memory.engine + memory.publisher),
				must: 2,
				aim: 1,
				atLeast: false,
				detail: `at most, above what was there: store ${memory.engine}, publisher ${memory.publisher}`,
			},
			{
				name: 'released table, p95 (ms)',
				value: round(besideLarge),
				must: 20,
				aim: 5,
				atLeast: false,
				detail: `${table.split('/').at(-1)} through the gateway, ${all} events in the store`,
			},
			{
				name: 'released table, 100 M / 1 M',
				value: round(besideLarge / besideSmall),
				must: 1.2,
				aim: 1,
				atLeast: false,
				detail: `p95 ${round(besideLarge)} ms beside ${all} events, ${round(besideSmall)} ms beside ${few}`,
			},
		];
	} finally {
		await other.close();
	}
};
