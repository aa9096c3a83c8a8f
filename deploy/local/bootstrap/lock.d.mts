/** Lock is held by the one stack that runs on a data folder. */
export interface Lock {
	/** Names of the processes that a dead owner had left running; they are gone now. */
	readonly leftovers: readonly string[];
	/** Remembers a process of ours, so that the next start can end it if we cannot. */
	add(name: string, pid: number): void;
	release(): void;
}
/** AlreadyRuns says that a stack runs on this data folder. */
export class AlreadyRuns extends Error {}
/** birthOf tells when a process was born, as the system writes it; null when it is gone. */
export const birthOf: (pid: number) => string | null;
/** whoRuns gives the pid of the stack that runs on this data folder, or null. */
export const whoRuns: (folder: string) => number | null;
/** takeLock takes the data folder for this process, or throws AlreadyRuns. */
export const takeLock: (folder: string) => Lock;
