import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '../bootstrap/data-folder.mjs';

const Lockfile = z.object({
	packages: z.record(
		z.string(),
		z.object({
			optionalDependencies: z.record(z.string(), z.string()).optional(),
			resolved: z.string().optional(),
		}),
	),
});
const { packages } = Lockfile.parse(JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8')));

// `npm install` on one system may drop the binaries of the others, and `npm ci` then refuses on every system.
test('the lockfile holds the optional packages of every platform', () => {
	const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
		Object.keys(optionalDependencies).filter(
			(name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
		),
	);

	expect(missing).toEqual([]);
});

test('the lockfile names no host: each installation uses its own registry', () => {
	const hosts = Object.values(packages).filter(({ resolved }) => resolved?.includes('://'));

	expect(hosts).toEqual([]);
});
