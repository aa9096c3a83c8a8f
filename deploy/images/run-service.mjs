// Starts a service in a container: `node deploy/images/run-service.mjs services/loader/dist/server.js`.
// The engine's passwords are made by the deploy step, into the key directory: this is where a service finds its own.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [entry] = process.argv.slice(2);
const { VIGIE_KEYS, CLICKHOUSE_USER, CLICKHOUSE_PASSWORD } = process.env;

if (CLICKHOUSE_USER && !CLICKHOUSE_PASSWORD) {
	const passwords = JSON.parse(readFileSync(join(VIGIE_KEYS, 'clickhouse.json'), 'utf8'));
	process.env.CLICKHOUSE_PASSWORD = passwords[CLICKHOUSE_USER];
}
await import(pathToFileURL(resolve(entry)).href);
