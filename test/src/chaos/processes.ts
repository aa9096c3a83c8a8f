import type { Child, Ending } from '@vigie/local/processes/child';

/** Startable is a process that can be started again, on the same folders and ports. */
export interface Startable {
	readonly name: string;
	start(): Promise<Pick<Child, 'pid' | 'ended' | 'kill' | 'stop' | 'lastLines'>>;
}

/** Processes are those of one stack, supervised: one that ends without being asked to is started again. */
export interface Processes {
	/** startFirst starts a process for the first time; it fails when that does. */
	startFirst(name: string): Promise<void>;
	/** start starts a process that was ended, as often as it takes, and resolves when it is ready. */
	start(name: string): Promise<void>;
	/** kill ends a process at once (SIGKILL) and resolves when it is gone; it stays away until `start`. */
	kill(name: string): Promise<void>;
	/** stop ends a process in order (SIGTERM) and tells how it ended; it stays away until `start`. */
	stop(name: string): Promise<Ending>;
	/** freeze stops a process where it is (SIGSTOP): its connections stay open and nothing answers. */
	freeze(name: string): void;
	thaw(name: string): void;
	pidOf(name: string): number;
	/** Processes that ended without being asked to, in order: `loader (code 1)`. */
	readonly deaths: readonly string[];
	/** close ends all of them, last one first. */
	close(): Promise<void>;
}

const AGAIN_AFTER_MS = 250;

/** superviseProcesses holds processes in the order in which they are started. */
export const superviseProcesses = (startables: readonly Startable[]): Processes => {
	const live = new Map<string, Awaited<ReturnType<Startable['start']>>>();
	const deaths: string[] = [];
	let closing = false;

	const find = (name: string) => {
		const child = live.get(name);
		if (!child) throw new Error(`${name} does not run`);
		return child;
	};
	const startOnce = async (name: string): Promise<void> => {
		const startable = startables.find((entry) => entry.name === name);
		if (!startable) throw new Error(`there is no ${name}`);
		const child = await startable.start();
		if (closing) return void (await child.kill());
		live.set(name, child);
		void child.ended.then(async ({ code, signal }) => {
			if (closing || live.get(name) !== child) return;
			live.delete(name);
			deaths.push(`${name} (${signal ?? `code ${code}`})`);
			await startAgain(name);
		});
	};
	/** What it needs may be away too: it tries until it is there. */
	const startAgain = async (name: string): Promise<void> => {
		while (!closing && !live.has(name)) {
			try {
				await startOnce(name);
			} catch {
				await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
			}
		}
	};
	const release = (name: string) => {
		const child = find(name);
		live.delete(name);
		return child;
	};
	const signal = (name: string, what: NodeJS.Signals): void => void process.kill(-find(name).pid, what);
	return {
		startFirst: startOnce,
		start: startAgain,
		kill: async (name) => void (await release(name).kill()),
		stop: (name) => release(name).stop(),
		freeze: (name) => signal(name, 'SIGSTOP'),
		thaw: (name) => signal(name, 'SIGCONT'),
		pidOf: (name) => find(name).pid,
		deaths,
		close: async () => {
			closing = true;
			for (const child of [...live.values()].reverse()) await child.kill();
			live.clear();
		},
	};
};
