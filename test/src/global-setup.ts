import type { TestProject } from 'vitest/node';
import { openEngineDesk } from './engine-desk.js';

/** setup opens the desk that lends engines to the tests of a run, and gives what closes it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const desk = await openEngineDesk();
	project.provide('engineDesk', desk.url);
	project.onTestsRerun(() => desk.sourcesChanged());
	return desk.close;
}
