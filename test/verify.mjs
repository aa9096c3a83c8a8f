// npm run verify: accounts for every message that the running stack accepted; ends non-zero when one is nowhere.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = fileURLToPath(new URL('./dist/verify/main.js', import.meta.url));
if (existsSync(built)) await import(built);
else {
	process.stderr.write('Nothing is built yet: run npm start first.\n');
	process.exitCode = 1;
}
