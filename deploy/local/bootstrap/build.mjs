import { join } from 'node:path';
import { run } from './run.mjs';

/** build brings every workspace that runs up to date; what has not changed costs nothing. */
export const build = async (root, progress) => {
	let last = '';
	await run(
		join(root, 'node_modules/.bin/turbo'),
		['run', 'build', '--filter=!@vigie/test', '--output-logs=errors-only'],
		{
			cwd: root,
			env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0' },
			onLine: (line) => {
				last = line.trim();
				progress(last);
			},
		},
	);
	progress(last.includes('FULL TURBO') ? 'up to date' : 'built');
};
