import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { run } from './run.mjs';

/** build brings every workspace that runs up to date; what has not changed costs nothing. */
export const build = async (root, progress) => {
	let total = '?';
	let begun = 0;
	let upToDate = false;
	const onLine = (line) => {
		total = /Running build in (\d+) packages/.exec(line)?.[1] ?? total;
		upToDate ||= line.includes('FULL TURBO');
		if (!/cache (miss|hit)/.test(line)) return;
		begun += 1;
		progress(`package ${begun} of ${total}`);
	};
	const options = [
		'--filter=!@vigie/test',
		'--output-logs=new-only',
		`--concurrency=${availableParallelism()}`,
	];
	await run(join(root, 'node_modules/.bin/turbo'), ['run', 'build', ...options], {
		cwd: root,
		env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0' },
		onLine,
	});
	progress(upToDate ? 'up to date' : 'built');
};
