#!/usr/bin/env node
// npm run deadletters -- list|show|replay|drop: what the loader could not store, and what becomes of it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataFolderOf, worldOf } from '../../deploy/local/bootstrap/data-folder.mjs';
import { nameLocalEngines } from '../../deploy/local/bootstrap/local-engines.mjs';

const built = fileURLToPath(new URL('./dist/command/dead-letters.js', import.meta.url));
const { argv, env, stderr, stdout } = process;
// What follows this file's own name: in a container, another one starts it.
const args = argv.slice(argv.findIndex((argument) => argument.endsWith('deadletters.mjs')) + 1);
const progress = (text) => stderr.isTTY && stderr.write(`\r\u001b[K${text}`);
const say = (line) => {
	progress('');
	stdout.write(`${line}\n`);
};

nameLocalEngines(env);
env.VIGIE_KEYS ||= join(dataFolderOf(worldOf([], env), env), 'keys');
if (existsSync(built)) {
	const { runDeadLetters } = await import(built);
	process.exitCode = await runDeadLetters(args, env, {
		say,
		progress,
		write: (bytes) => void stdout.write(bytes),
	});
} else {
	stderr.write('Nothing is built yet: run npm start first.\n');
	process.exitCode = 1;
}
