import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../bootstrap/data-folder.mjs';
import { type Child, startChild } from './processes/child.js';

/** Loaded is how far the demonstration's history is, in weeks. */
export const Loaded = z.object({ done: z.int(), total: z.int() });
export type Loaded = z.infer<typeof Loaded>;

const parseLoaded = (line: string): Loaded | null => {
	try {
		return Loaded.safeParse(JSON.parse(line)).data ?? null;
	} catch {
		return null;
	}
};

/**
 * startHistory starts the demonstration's historic import, which loads the weeks that are missing and ends with code 0;
 * pages can be used meanwhile.
 */
export const startHistory = (
	env: NodeJS.ProcessEnv,
	dataDir: string,
	onProgress: (loaded: Loaded) => void,
): Promise<Child> =>
	startChild({
		name: 'history',
		command: process.execPath,
		args: ['--enable-source-maps', join(projectRoot, 'deploy/demonstration/dist/history.js')],
		env,
		logFile: join(dataDir, 'logs/history.log'),
		onLine: (line) => {
			const loaded = parseLoaded(line);
			if (loaded) onProgress(loaded);
		},
	});
