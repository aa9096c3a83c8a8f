import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';

/** Ending is how a process ended: by itself with a code, or by a signal. */
export interface Ending {
	readonly code: number | null;
	readonly signal: NodeJS.Signals | null;
}

/** Child is a process that we started and that we end. */
export interface Child {
	readonly name: string;
	readonly pid: number;
	/** Resolves when the process is gone; never rejects. */
	readonly ended: Promise<Ending>;
	/** Sends SIGTERM and resolves when it is gone; after `graceMs` it is killed. */
	stop(graceMs?: number): Promise<Ending>;
	/** Kills it at once, with whatever it started. */
	kill(): Promise<Ending>;
	/** The last lines that it wrote, for the person who must find out why it died. */
	lastLines(count?: number): string[];
}

export interface ChildOptions {
	readonly name: string;
	readonly command: string;
	readonly args: readonly string[];
	readonly env?: NodeJS.ProcessEnv;
	readonly cwd?: string;
	/** Both outputs are appended here, so that they outlive us. */
	readonly logFile: string;
	/** Takes each line of the standard output, which is then not in the log. */
	readonly onLine?: (line: string) => void;
}

const GRACE_MS = 25_000;
const LOG_LIMIT_BYTES = 20_000_000;

const openLog = (file: string): number => {
	mkdirSync(dirname(file), { recursive: true });
	const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
	if (size > LOG_LIMIT_BYTES) renameSync(file, `${file}.1`);
	return openSync(file, 'a', 0o600);
};

const signalGroup = (pid: number, signal: NodeJS.Signals): void => {
	try {
		process.kill(-pid, signal);
	} catch {
		// It is gone already: what was wanted.
	}
};

const live = new Set<number>();

/** killLiveChildren kills at once every process that startChild started and that is still there. */
export const killLiveChildren = (): void => {
	for (const pid of live) signalGroup(pid, 'SIGKILL');
};

let refusing = false;

/** killAndRefuseChildren kills every process and lets no other start: the end of a start that was interrupted. */
export const killAndRefuseChildren = (): void => {
	refusing = true;
	killLiveChildren();
};

/**
 * startChild starts a process in a process group of its own, so that Ctrl-C in the terminal reaches us alone and we
 * decide the order in which things stop. Rejects when the command cannot be run.
 */
export const startChild = async (options: ChildOptions): Promise<Child> => {
	if (refusing) throw new Error('interrupted');
	const log = openLog(options.logFile);
	const child = spawn(options.command, [...options.args], {
		detached: true,
		stdio: ['ignore', options.onLine ? 'pipe' : log, log],
		env: options.env ?? process.env,
		cwd: options.cwd,
	});
	closeSync(log);
	if (child.stdout && options.onLine) createInterface(child.stdout).on('line', options.onLine);
	const ended = new Promise<Ending>((resolve) => {
		child.once('exit', (code, signal) => resolve({ code, signal }));
	});
	await new Promise<void>((resolve, reject) => {
		child.once('spawn', resolve);
		child.once('error', reject);
	});
	const { pid } = child;
	if (pid === undefined) throw new Error(`${options.name} has no process`);
	live.add(pid);
	void ended.then(() => live.delete(pid));
	const kill = (): Promise<Ending> => {
		if (child.exitCode === null && child.signalCode === null) signalGroup(pid, 'SIGKILL');
		return ended;
	};
	return {
		name: options.name,
		pid,
		ended,
		kill,
		stop: async (graceMs = GRACE_MS) => {
			child.kill('SIGTERM');
			const timer = setTimeout(kill, graceMs);
			return ended.finally(() => clearTimeout(timer));
		},
		lastLines: (count = 15) => readFileSync(options.logFile, 'utf8').trimEnd().split('\n').slice(-count),
	};
};
