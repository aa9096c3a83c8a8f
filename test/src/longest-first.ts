import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { projectRoot } from '../../deploy/local/bootstrap/data-folder.mjs';
import { longFiles } from './long-files.js';

const rankOf = ({ moduleId }: TestSpecification): number => {
	const rank = longFiles.indexOf(relative(projectRoot, moduleId));
	return rank === -1 ? longFiles.length : rank;
};

/** LongestFirst begins with the long files; the others follow as Vitest would have them. */
export class LongestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const sorted = await super.sort(files);
		return sorted.toSorted((a, b) => rankOf(a) - rankOf(b));
	}
}
