// npm run screenshots: makes the README's pictures again from the running demonstration.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataFolderOf } from '../deploy/local/bootstrap/data-folder.mjs';

process.env.VIGIE_KEYS ??= join(dataFolderOf('demo', process.env), 'keys');
const built = fileURLToPath(new URL('./dist/screenshots.js', import.meta.url));
if (existsSync(built)) await import(built);
else {
	process.stderr.write('Nothing is built yet: run npm start first.\n');
	process.exitCode = 1;
}
