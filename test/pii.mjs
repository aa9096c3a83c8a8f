// npm run pii: scores the detector of personal data on files of texts, or writes the made-up corpora.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
execFileSync('npx', ['turbo', 'run', 'build', '--filter=@vigie/test...', '--output-logs=errors-only'], {
	cwd: root,
	stdio: ['ignore', 2, 2],
});
await import('./dist/pii/main.js');
