import { setTimeout as wait } from 'node:timers/promises';
import type { Random } from '@vigie/demonstration/random';
import { services } from '@vigie/local/services';
import type { FragileStack } from './fragile-stack.js';
import { linkNames } from './links.js';

/** Over says when a fault was over (a kill is at once), and what is still being done to get whole again. */
export interface Over {
	readonly atMs: number;
	readonly repaired: Promise<void>;
}

/** Fault is one thing that goes wrong. */
export interface Fault {
	readonly name: string;
	/** Whether processes are killed by it: those are what the promise about recovery is about. */
	readonly kills: boolean;
	inflict(stack: FragileStack, random: Random, log: (line: string) => void): Promise<Over>;
}

const over = (repaired: Promise<void> = Promise.resolve()): Over => {
	// It is awaited later; meanwhile it must not count as unhandled.
	repaired.catch(() => undefined);
	return { atMs: performance.now(), repaired };
};

const GROUP_TIMEOUT_MS = 6_000;
const POINT_MS = 20_000;

const kill = (...names: string[]): Fault => ({
	name: `kill ${names.join(' and ')}`,
	kills: true,
	inflict: async (stack) => {
		await Promise.all(names.map((name) => stack.kill(name)));
		return over(Promise.all(names.map((name) => stack.start(name))).then(() => undefined));
	},
});

/** The engine has done it, the loader does not know: its answer is kept back, and it is killed where it waits. */
const killAfter = (table: string, point: string): Fault => ({
	name: `kill loader ${point}`,
	kills: true,
	inflict: async (stack, _random, log) => {
		const late = new AbortController();
		const missed = wait(POINT_MS, 'missed', { signal: late.signal }).catch(() => 'missed');
		const paused = await Promise.race([
			stack.links['loader to ClickHouse'].swallowAnswerTo(table).then(() => 'paused'),
			missed,
		]);
		late.abort();
		log(`loader ${paused} ${point}: the answer to an insert into ${table} is kept back; SIGKILL`);
		await stack.kill('loader');
		return over(stack.start('loader'));
	},
});

const stop = (name: string): Fault => ({
	name: `stop ${name} in order`,
	kills: false,
	inflict: async (stack, _random, log) => {
		const { code, signal } = await stack.stop(name);
		if (code !== 0) log(`${name} did not stop in order: ${signal ?? `code ${code}`}`);
		return over(stack.start(name));
	},
});

const freeze = (name: string, leastMs: number, mostMs: number): Fault => ({
	name: `freeze ${name} ${leastMs / 1000} to ${mostMs / 1000} s`,
	kills: false,
	inflict: async (stack, random) => {
		stack.freeze(name);
		await wait(leastMs + random.uniform() * (mostMs - leastMs));
		stack.thaw(name);
		return over();
	},
});

const onLinks = (
	what: string,
	inflict: (link: FragileStack['links'][(typeof linkNames)[number]], ms: number) => Promise<void>,
): Fault[] =>
	linkNames.map((name) => ({
		name: `${what} ${name}`,
		kills: false,
		inflict: async (stack, random) => {
			await inflict(stack.links[name], 300 + random.uniform() * 1_700);
			return over();
		},
	}));

const rebalance: Fault = {
	name: 'a second loader comes, and is killed',
	kills: false,
	inflict: async (stack) => {
		const killTwin = await stack.startTwin('loader');
		await killTwin();
		return over();
	},
};

const WEEK_MS = 7 * 24 * 60 * 60_000;

const clockJump: Fault = {
	name: 'the clock of intake jumps by a week',
	kills: false,
	inflict: async (stack, random) => {
		stack.change('intake', { VIGIE_CLOCK_OFFSET_MS: random.uniform() < 0.5 ? String(WEEK_MS) : '0' });
		await stack.kill('intake');
		return over(stack.start('intake'));
	},
};

/** faults are all that may be drawn. */
export const faults: readonly Fault[] = [
	...[...services.map(({ name }) => name), 'Kafka', 'ClickHouse', 'Redis'].map((name) => kill(name)),
	kill('intake', 'Kafka'),
	kill('loader', 'ClickHouse'),
	killAfter('private.events', 'between insert and ledger'),
	killAfter('private.ledger', 'between ledger and commit'),
	stop('intake'),
	stop('loader'),
	freeze('intake', 500, 3_000),
	freeze('Kafka', 500, 3_000),
	freeze('ClickHouse', 500, 3_000),
	freeze('loader', GROUP_TIMEOUT_MS + 1_000, GROUP_TIMEOUT_MS + 3_000),
	rebalance,
	clockJump,
	...onLinks('cut', async (link, ms) => {
		link.cut();
		await wait(ms);
		link.restore();
	}),
	...onLinks('slow down', async (link, ms) => {
		link.delay(ms);
		await wait(ms * 2);
		link.delay(0);
	}),
	...onLinks('half-close', async (link) => link.halfClose()),
];

/**
 * drawFaults draws that many, the same for the same random numbers: every fault once in some order, then again in another. Only those
 * whose name holds `only` are drawn; it throws when there is none.
 */
export const drawFaults = (count: number, random: Random, only = ''): Fault[] => {
	const all = faults.filter(({ name }) => name.includes(only));
	if (all.length === 0) throw new Error(`no fault is called ${only}`);
	const drawn: Fault[] = [];
	let left: Fault[] = [];
	while (drawn.length < count) {
		if (left.length === 0) left = [...all];
		drawn.push(...left.splice(Math.floor(random.uniform() * left.length), 1));
	}
	return drawn;
};
