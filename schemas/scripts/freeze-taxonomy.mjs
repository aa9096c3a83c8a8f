// Writes the published document of a taxonomy version, once. Usage, after `npm run build -w @vigie/schemas`:
// node schemas/scripts/freeze-taxonomy.mjs 2026.1
import { writeFileSync } from 'node:fs';
import { isKnownVersion, taxonomyDocument } from '../dist/taxonomy.js';

const version = process.argv[2] ?? '';
if (!isKnownVersion(version)) throw new Error('this version is not among knownVersions');

const file = new URL(`../data/taxonomy-${version}.json`, import.meta.url);
// "wx" refuses to replace a published document.
writeFileSync(file, `${JSON.stringify(taxonomyDocument(version), null, '\t')}\n`, { flag: 'wx' });
