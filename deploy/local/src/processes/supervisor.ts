import type { Steps } from '../../bootstrap/steps.mjs';
import type { Ending } from './child.js';

/** Supervised is any process of the stack: an engine or a service. */
export interface Supervised {
	readonly name: string;
	readonly pid: number;
	readonly ended: Promise<Ending>;
	stop(): Promise<Ending>;
	kill(): Promise<Ending>;
	lastLines(): string[];
}

/** Death says which process ended without being asked to. */
export interface Death {
	readonly name: string;
	readonly ending: Ending;
	readonly lastLines: readonly string[];
}

/** Supervisor holds the processes of a stack in the order in which they were started. */
export interface Supervisor {
	/**
	 * Takes a started process; those of one `rank` are stopped together, higher ranks first. One that `mayEnd` has a
	 * task: its end with code 0 is no death.
	 */
	add(rank: number, child: Supervised, mayEnd?: boolean): void;
	find(name: string): Supervised | null;
	/** Resolves with the first process that ends without being asked to. */
	readonly death: Promise<Death>;
	/** Stops everything in order, each with its line; true when all ended by themselves, with code 0 or by our signal. */
	stopAll(steps: Steps): Promise<boolean>;
	/** Kills everything at once. */
	killAll(): Promise<void>;
}

/** describeEnding says in words how a process ended. */
export const describeEnding = ({ code, signal }: Ending): string =>
	signal === null ? `with code ${code}` : `by signal ${signal}`;

// A JVM that is asked to end does, and answers 128 + SIGTERM.
const isClean = ({ code, signal }: Ending): boolean => code === 0 || code === 143 || signal === 'SIGTERM';

/** createSupervisor watches processes and ends them in the order of their ranks. */
export const createSupervisor = (): Supervisor => {
	const children = new Map<string, { rank: number; child: Supervised }>();
	let stopping = false;
	let announce: (death: Death) => void = () => undefined;
	const death = new Promise<Death>((resolve) => {
		announce = resolve;
	});

	const stopRank = async (rank: number, steps: Steps): Promise<boolean> => {
		const group = [...children.values()].filter((entry) => entry.rank === rank).map(({ child }) => child);
		const endings = await Promise.all(
			group.map((child) =>
				steps.step(`stop ${child.name}`, async (progress) => {
					const ending = await child.stop();
					if (!isClean(ending)) progress(`ended ${describeEnding(ending)}`);
					return ending;
				}),
			),
		);
		return endings.every(isClean);
	};

	return {
		death,
		add: (rank, child, mayEnd = false) => {
			children.set(child.name, { rank, child });
			void child.ended.then((ending) => {
				const done = mayEnd && ending.code === 0;
				if (done) children.delete(child.name);
				if (!stopping && !done) announce({ name: child.name, ending, lastLines: child.lastLines() });
			});
		},
		find: (name) => children.get(name)?.child ?? null,
		stopAll: async (steps) => {
			stopping = true;
			const ranks = [...new Set([...children.values()].map(({ rank }) => rank))].sort((a, b) => b - a);
			let clean = true;
			for (const rank of ranks) clean = (await stopRank(rank, steps)) && clean;
			return clean;
		},
		killAll: async () => {
			stopping = true;
			await Promise.all([...children.values()].map(({ child }) => child.kill()));
		},
	};
};
