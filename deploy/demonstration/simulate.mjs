// Drives a live stream through HTTP against the running demonstration: `npm run simulate -- --rate 20 --duration 60`.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataFolderOf } from '../local/bootstrap/data-folder.mjs';

const built = fileURLToPath(new URL('./dist/simulate.js', import.meta.url));
process.env.VIGIE_KEYS ??= join(dataFolderOf('demo', process.env), 'keys');
if (existsSync(built)) await import(built);
else {
	process.stderr.write('Nothing is built yet: run npm start first.\n');
	process.exitCode = 1;
}
