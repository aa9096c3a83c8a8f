#!/usr/bin/env node
// npm run detect -- --series FILE.json: what the weekly models say of a series, at any of its weeks.
// npm run detect -- --backtest [--seed S] [--json]: a demonstration world detected from memory, held against its truth.
// npm run detect -- --explain SIGNAL: the whole reasoning behind a signal of the stack, computed again.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataFolderOf, worldOf } from '../../deploy/local/bootstrap/data-folder.mjs';
import { nameLocalEngines } from '../../deploy/local/bootstrap/local-engines.mjs';

const built = (path) => fileURLToPath(new URL(`./dist/${path}`, import.meta.url));
const backtest = fileURLToPath(new URL('../../deploy/demonstration/dist/backtest/main.js', import.meta.url));
const { env } = process;
const args = process.argv.slice(2);
const say = (text) => process.stdout.write(`${text}\n`);
const complain = (text) => process.stderr.write(`${text}\n`);

if (!existsSync(built('command/detect.js'))) {
	complain('Nothing is built yet: run npm run build first.');
	process.exitCode = 1;
} else if (args.includes('--backtest') && existsSync(backtest)) {
	await import(backtest);
} else if (args[0] === '--explain' && args.length === 2) {
	nameLocalEngines(env);
	env.VIGIE_KEYS ||= join(dataFolderOf(worldOf([], env), env), 'keys');
	const { runExplain } = await import(built('explain/run-explain.js'));
	process.exitCode = await runExplain(args[1], env, { say, complain });
} else {
	const { runDetect } = await import(built('command/detect.js'));
	process.exitCode = await runDetect(args, { say, complain });
}
