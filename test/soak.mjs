// npm run soak: offers a stack of its own three times what it can take; ends non-zero when it does not stand it.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
if (!process.argv.includes('--help')) {
	const build = ['turbo', 'run', 'build', '--output-logs=errors-only'];
	// Its standard output is for the result alone.
	execFileSync('npx', build, { cwd: root, stdio: ['ignore', process.stderr, 'inherit'] });
}
await import('./dist/soak/main.js');
