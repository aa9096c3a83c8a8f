import { relative } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';
import { projectRoot } from '../../deploy/local/bootstrap/data-folder.mjs';
import { longFiles } from './long-files.js';

const LONG_S = 40;

/** Whole seconds, from the first import to the last test. */
const secondsOf = (module: TestModule): number => {
	const { collectDuration, duration } = module.diagnostic();
	return Math.round((collectDuration + duration) / 1000);
};

/** LongFilesReporter says at the end of a run which files took long, and are not in the list of those that begin. */
export default class LongFilesReporter implements Reporter {
	onTestRunEnd(modules: readonly TestModule[]): void {
		for (const module of modules) {
			const [name, seconds] = [relative(projectRoot, module.moduleId), secondsOf(module)];
			if (seconds > LONG_S && !longFiles.includes(name))
				process.stdout.write(`${name} took ${seconds} s: add it to test/src/long-files.ts\n`);
		}
	}
}
