// Drives a live stream through HTTP against the running demonstration: `npm run simulate -- --rate 20 --duration 60`.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataFolderOf } from '../local/bootstrap/data-folder.mjs';
import { nameLocalEngines } from '../local/bootstrap/local-engines.mjs';

const built = fileURLToPath(new URL('./dist/simulate.js', import.meta.url));
const { env } = process;
nameLocalEngines(env);
env.VIGIE_KEYS ||= join(dataFolderOf('demo', env), 'keys');
// The ports of `npm start`, as they are given to it.
env.VIGIE_PUBLIC_URL ||= `http://127.0.0.1:${env.VIGIE_PORT || 8_080}`;
env.VIGIE_API_URL ||= `http://127.0.0.1:${env.VIGIE_API_PORT || 8_086}`;
if (existsSync(built)) await import(built);
else {
	process.stderr.write('Nothing is built yet: run npm start first.\n');
	process.exitCode = 1;
}
