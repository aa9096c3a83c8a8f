// npm run bench:detection: measures the detectors on simulated series of known truth, without any engine but for one GROUP BY.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
// What the build says goes with the notes: with --json, the standard output holds one object and nothing else.
execFileSync('npx', ['turbo', 'run', 'build', '--filter=@vigie/test', '--output-logs=errors-only'], {
	cwd: root,
	stdio: ['ignore', process.stderr, 'inherit'],
});
await import('./dist/bench-detection/main.js');
