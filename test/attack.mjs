// npm run attack: attacks what a generated demonstration publishes, prints each attack's score, ends non-zero when one exceeds its bound.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
// What the build says goes with the notes: with --json, the standard output holds one object and nothing else.
execFileSync('npx', ['turbo', 'run', 'build', '--filter=@vigie/test...', '--output-logs=errors-only'], {
	cwd: root,
	stdio: ['ignore', 2, 2],
});
await import('./dist/attack/main.js');
