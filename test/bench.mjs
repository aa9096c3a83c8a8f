// npm run bench: measures on a stack of its own, prints ratios within one run, ends non-zero when one misses its bound.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
execFileSync('npx', ['turbo', 'run', 'build', '--output-logs=errors-only'], { cwd: root, stdio: 'inherit' });
await import('./dist/bench/main.js');
