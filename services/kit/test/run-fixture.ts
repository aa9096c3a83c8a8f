import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** Fixture is a process of its own, killed with the test if it is still there. */
export interface Fixture {
	readonly child: ChildProcess;
	/** Everything it wrote to its standard output so far. */
	output(): string;
	/** says resolves when the output holds a text, and rejects when the process ended without. */
	says(text: string): Promise<void>;
	/** ended gives the exit code, or the signal that ended it. */
	readonly ended: Promise<number | NodeJS.Signals | null>;
}

/** runFixture starts `test/fixtures/<name>.ts` with these arguments. */
export const runFixture = (name: string, ...args: string[]): Fixture => {
	const file = fileURLToPath(new URL(`fixtures/${name}.ts`, import.meta.url));
	const flags = ['--conditions=vigie-source', '--import=tsx'];
	const child = spawn(process.execPath, [...flags, file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
	onTestFinished(() => void child.kill('SIGKILL'));
	let output = '';
	child.stdout.setEncoding('utf8').on('data', (piece: string) => {
		output += piece;
	});
	const ended = once(child, 'close').then(([code, signal]) => code ?? signal);
	return {
		child,
		output: () => output,
		says: async (text) => {
			while (!output.includes(text)) {
				const more = await Promise.race([once(child.stdout, 'data'), ended.then(() => null)]);
				if (!more && !output.includes(text)) throw new Error(`ended without saying "${text}": ${output}`);
			}
		},
		ended,
	};
};
