import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const BUDGET = 60_000;
const dist = new URL('../dist/', import.meta.url);

test('what a phone loads before the first tile is at most 60 kB of script, compressed', () => {
	const page = readFileSync(new URL('index.html', dist), 'utf8');
	const first = readdirSync(new URL('assets/', dist)).filter((file) => page.includes(`assets/${file}`));
	const scripts = first.filter((file) => file.endsWith('.js'));
	const bytes = scripts.map((file) => readFileSync(new URL(`assets/${file}`, dist)));
	const sum = (compress: (script: Buffer) => Buffer) =>
		bytes.reduce((total, script) => total + compress(script).length, 0);

	expect(scripts.length).toBeGreaterThan(0);
	expect(sum((script) => gzipSync(script))).toBeLessThanOrEqual(BUDGET);
	expect(sum((script) => brotliCompressSync(script))).toBeLessThanOrEqual(BUDGET);
});
