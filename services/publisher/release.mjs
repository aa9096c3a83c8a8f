#!/usr/bin/env node
// npm run release -- --week 2026-W46: asks the running publisher to close a week, waits for its end and says what was released.
import { runRelease } from './dist/command/release.js';

process.exitCode = await runRelease(process.argv.slice(2), process.env, (line) =>
	process.stdout.write(`${line}\n`),
);
