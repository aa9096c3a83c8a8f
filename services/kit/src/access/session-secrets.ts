import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const fileName = /^session(-previous)?\.key$/;

/**
 * readSessionSecrets reads what cookies of sessions are signed with: `session.key` signs, `session-previous.key`, there while keys are being
 * changed, still verifies.
 */
export const readSessionSecrets = async (directory: string): Promise<readonly string[]> => {
	const names = (await readdir(directory))
		.filter((name) => fileName.test(name))
		.sort((a, b) => a.length - b.length);
	if (names[0] !== 'session.key')
		throw new Error('the key of sessions is missing: run the deploy step first');
	return Promise.all(names.map(async (name) => (await readFile(join(directory, name), 'utf8')).trim()));
};
