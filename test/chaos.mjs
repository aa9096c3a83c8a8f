// npm run chaos: faults drawn from a seed strike a stack of its own; ends non-zero when an event was lost or counted twice.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
if (!process.argv.includes('--help')) {
	const build = ['turbo', 'run', 'build', '--output-logs=errors-only'];
	// Its standard output is for the result alone.
	execFileSync('npx', build, { cwd: root, stdio: ['ignore', process.stderr, 'inherit'] });
}
await import('./dist/chaos/main.js');
