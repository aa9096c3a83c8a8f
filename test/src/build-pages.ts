import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../../deploy/local/bootstrap/data-folder.mjs';

const vite = join(projectRoot, 'node_modules/vite/bin/vite.js');

/** A process of its own, for the pages of production and not those that a test's environment would make. */
const buildPages = (dashboard: string, outDir: string) =>
	promisify(execFile)(process.execPath, [vite, 'build', '--outDir', outDir, '--emptyOutDir'], {
		cwd: join(projectRoot, 'dashboards', dashboard),
		env: { ...process.env, NODE_ENV: 'production' },
	});

/** BuiltPages are the pages of each dashboard, built from what its sources say when a test first asks. */
export interface BuiltPages {
	/** of gives the folder of a dashboard's pages. */
	of(dashboard: string): Promise<string>;
	/** forget lets the next to ask have them built again: somebody changed a source. */
	forget(): void;
}

/** openBuiltPages builds pages into a folder, each dashboard once. */
export const openBuiltPages = (folder: string): BuiltPages => {
	const built = new Map<string, Promise<string>>();
	let builds = 0;
	const build = async (dashboard: string): Promise<string> => {
		builds += 1;
		const outDir = join(folder, String(builds));
		await buildPages(dashboard, outDir);
		return outDir;
	};
	return {
		of: (dashboard) => {
			const pages = built.get(dashboard) ?? build(dashboard);
			built.set(dashboard, pages);
			// Its source may be mended by the next to ask: a failure is not kept.
			pages.catch(() => built.get(dashboard) === pages && built.delete(dashboard));
			return pages;
		},
		forget: () => built.clear(),
	};
};
