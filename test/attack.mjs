// npm run attack: attacks what a generated demonstration publishes, or (--published) what the stack has; prints each attack's score, ends non-zero when one exceeds its bound.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataFolderOf, worldOf } from '../deploy/local/bootstrap/data-folder.mjs';
import { nameLocalEngines } from '../deploy/local/bootstrap/local-engines.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
// What the build says goes with the notes: with --json, the standard output holds one object and nothing else.
execFileSync('npx', ['turbo', 'run', 'build', '--filter=@vigie/test...', '--output-logs=errors-only'], {
	cwd: root,
	stdio: ['ignore', 2, 2],
});
nameLocalEngines(process.env);
process.env.VIGIE_KEYS ||= join(dataFolderOf(worldOf(process.argv, process.env), process.env), 'keys');
await import('./dist/attack/main.js');
