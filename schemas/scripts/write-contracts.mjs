// Writes the documents of the HTTP interface and of the topics, to be reviewed with the change that altered them.
// Usage: npm run contracts -w @vigie/schemas
import { writeFileSync } from 'node:fs';
import { asyncApiDocument } from '../dist/asyncapi.js';
import { openApiDocument } from '../dist/openapi.js';

const write = (name, document) =>
	writeFileSync(
		new URL(`../data/${name}.json`, import.meta.url),
		`${JSON.stringify(document, null, '\t')}\n`,
	);

write('openapi', openApiDocument('http://127.0.0.1:8080'));
write('asyncapi', asyncApiDocument());
