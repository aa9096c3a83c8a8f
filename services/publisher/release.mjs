#!/usr/bin/env node
// npm run release -- --week 2026-W46: asks the running publisher to close a week, waits for its end and says what was released.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nameLocalEngines } from '../../deploy/local/bootstrap/local-engines.mjs';

const built = fileURLToPath(new URL('./dist/command/release.js', import.meta.url));
if (existsSync(built)) {
	nameLocalEngines(process.env);
	const { runRelease } = await import(built);
	process.exitCode = await runRelease(process.argv.slice(2), process.env, (line) =>
		process.stdout.write(`${line}\n`),
	);
} else {
	process.stderr.write('Nothing is built yet: run npm start first.\n');
	process.exitCode = 1;
}
