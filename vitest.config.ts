import { existsSync, realpathSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/src/longest-first.js';

/** Packages of this repository are tested from their sources, never from an older build. */
const workspaceSources = {
	name: 'workspace-sources',
	enforce: 'pre',
	resolveId(id: string): string | null {
		const [, name, path] = /^@vigie\/([a-z-]+)\/(.+)$/.exec(id) ?? [];
		if (!name || !path) return null;
		const workspace = new URL(`./node_modules/@vigie/${name}`, import.meta.url);
		const file = `${existsSync(workspace) ? realpathSync(workspace) : ''}/src/${path}.ts`;
		return existsSync(file) ? file : null;
	},
} as const;

export default defineConfig({
	plugins: [workspaceSources],
	test: {
		include: [
			'schemas/test/**/*.test.ts',
			'services/*/test/**/*.test.ts',
			'dashboards/*/test/**/*.test.ts',
			'deploy/*/test/**/*.test.ts',
			'test/**/*.test.ts',
		],
		exclude: ['**/node_modules/**', '**/dist/**'],
		globalSetup: ['test/src/global-setup.ts'],
		// Real engines: a process a file keeps them apart, and two at a time is what two cores can run.
		pool: 'forks',
		maxWorkers: 2,
		sequence: { sequencer: LongestFirst },
		testTimeout: 30_000,
		hookTimeout: 60_000,
	},
});
