#!/usr/bin/env node
// npm run detect -- --series FILE.json: what the weekly models say of a series, at any of its weeks.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = fileURLToPath(new URL('./dist/command/detect.js', import.meta.url));
if (existsSync(built)) {
	const { runDetect } = await import(built);
	process.exitCode = await runDetect(process.argv.slice(2), {
		say: (text) => process.stdout.write(`${text}\n`),
		complain: (text) => process.stderr.write(`${text}\n`),
	});
} else {
	process.stderr.write('Nothing is built yet: run npm run build first.\n');
	process.exitCode = 1;
}
