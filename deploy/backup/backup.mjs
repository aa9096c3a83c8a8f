// npm run backup -- --help: writes what cannot be had again into a folder.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = fileURLToPath(new URL('./dist/backup.js', import.meta.url));
if (existsSync(built)) await import(built);
else {
	process.stderr.write('Nothing is built yet: run npm start first.\n');
	process.exitCode = 1;
}
