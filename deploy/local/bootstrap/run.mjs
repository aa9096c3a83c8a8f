import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const TAIL_CHARACTERS = 4_000;

/**
 * run runs a command to its end and throws with the last of its output when it fails. A signal that reaches only us is
 * passed on, so that nothing is left behind.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, onLine?: (line: string) => void }} options
 */
export const run = async (command, args, { cwd, env, onLine } = {}) => {
	const child = spawn(command, args, { cwd, env: env ?? process.env, stdio: ['ignore', 'pipe', 'pipe'] });
	let passed = false;
	const pass = (signal) => {
		passed = true;
		child.kill(signal);
	};
	process.on('SIGINT', pass).on('SIGTERM', pass);
	let tail = '';
	for (const input of [child.stdout, child.stderr]) {
		createInterface(input).on('line', (line) => {
			tail = `${tail}\n${line}`.slice(-TAIL_CHARACTERS);
			onLine?.(line);
		});
	}
	try {
		const ended = await new Promise((resolve, reject) => {
			child.once('error', reject);
			child.once('close', (code, signal) => resolve({ code, signal }));
		});
		// Some end in order when they are told to stop, with code 0: what they were to do is not done.
		if (passed || ended.signal === 'SIGINT' || ended.signal === 'SIGTERM')
			throw new Error(`${command} was interrupted`);
		if (ended.code !== 0)
			throw new Error(`${command} ${args.join(' ')} failed (code ${ended.code}):\n${tail.trim()}`);
	} finally {
		process.off('SIGINT', pass).off('SIGTERM', pass);
	}
};
