// Writes the JSON Schema of each version that is not published yet. Usage, after `npm run build -w @vigie/schemas`:
// node schemas/scripts/freeze-schemas.mjs
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publishedSchemas } from '../dist/published-schemas.js';

for (const [path, schema] of Object.entries(publishedSchemas())) {
	const file = fileURLToPath(new URL(`../data/${path}.json`, import.meta.url));
	if (existsSync(file)) continue;
	mkdirSync(dirname(file), { recursive: true });
	// "wx" refuses to replace a published schema.
	writeFileSync(file, `${JSON.stringify(schema, null, '\t')}\n`, { flag: 'wx' });
	console.log(`published ${path}`);
}
