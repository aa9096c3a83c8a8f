import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '../bootstrap/data-folder.mjs';
import { birthOf } from '../bootstrap/lock.mjs';

const Lock = z.object({ children: z.array(z.object({ name: z.string(), pid: z.number() })) });

/** StartProcess is `npm start` as a person runs it: a process of its own, watched through what it prints. */
export interface StartProcess {
	readonly child: ChildProcess;
	output(): string;
	/** Resolves when the output matches; rejects with it when the process ends first. */
	says(pattern: RegExp): Promise<void>;
	readonly code: Promise<number | null>;
	/** Pids of what it started, by name, as it wrote them down itself. */
	processes(): Promise<ReadonlyMap<string, number>>;
}

/** startProcess runs start.mjs with these arguments; whatever happens, nothing of it is left after the test. */
export const startProcess = (
	args: readonly string[],
	env: Readonly<Record<string, string>>,
): StartProcess => {
	const child = spawn(process.execPath, [join(projectRoot, 'deploy/local/start.mjs'), ...args], {
		env: { ...process.env, ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let output = '';
	const heard = new Set<() => void>();
	const keep = (data: Buffer): void => {
		output += data.toString();
		for (const listener of heard) listener();
	};
	child.stdout.on('data', keep);
	child.stderr.on('data', keep);
	const code = new Promise<number | null>((resolve) => child.once('close', resolve));
	const processes = async (): Promise<ReadonlyMap<string, number>> => {
		const lock = Lock.parse(JSON.parse(await readFile(join(env.VIGIE_DATA ?? '', 'lock.json'), 'utf8')));
		return new Map(lock.children.map(({ name, pid }) => [name, pid]));
	};
	onTestFinished(async () => {
		if (child.exitCode === null) child.kill('SIGTERM');
		await code;
	});
	return {
		child,
		output: () => output,
		code,
		processes,
		says: (pattern) =>
			new Promise((resolve, reject) => {
				const look = (): void => {
					if (!pattern.test(output)) return;
					heard.delete(look);
					resolve();
				};
				heard.add(look);
				void code.then(() => reject(new Error(`it ended without saying ${pattern}:\n${output}`)));
				look();
			}),
	};
};

/** alive lists which of these processes are still there. */
export const alive = (processes: ReadonlyMap<string, number>): string[] =>
	[...processes].filter(([, pid]) => birthOf(pid) !== null).map(([name]) => name);
