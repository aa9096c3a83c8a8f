// npm run verify: accounts for every message that the running stack accepted; ends non-zero when one is nowhere.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nameLocalEngines } from '../deploy/local/bootstrap/local-engines.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = fileURLToPath(new URL('./dist/verify/main.js', import.meta.url));
// npm start builds what runs, and no tests. Never while something runs: its programs would be replaced under it.
if (!existsSync(built)) {
	const build = ['turbo', 'run', 'build', '--filter=@vigie/test', '--only', '--output-logs=errors-only'];
	// Its standard output is for the result alone.
	execFileSync('npx', build, { cwd: root, stdio: ['ignore', process.stderr, 'inherit'] });
}
nameLocalEngines(process.env);
await import(built);
