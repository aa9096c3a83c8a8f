// npm run restore -- --help: puts a backup back.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = fileURLToPath(new URL('./dist/restore.js', import.meta.url));
if (existsSync(built)) await import(built);
else {
	process.stderr.write('Nothing is built yet: run npm start first.\n');
	process.exitCode = 1;
}
