import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const isMissing = (err: unknown): boolean => err instanceof Error && 'code' in err && err.code === 'ENOENT';

/** readSecret gives the text of a secret's file, or null when there is none. */
export const readSecret = async (file: string): Promise<string | null> => {
	try {
		return await readFile(file, 'utf8');
	} catch (err) {
		if (isMissing(err)) return null;
		throw err;
	}
};

/** writeSecret puts a secret in place by one rename, readable by its owner only. */
export const writeSecret = async (file: string, text: string): Promise<void> => {
	await mkdir(dirname(file), { recursive: true, mode: 0o700 });
	await writeFile(`${file}.new`, text, { mode: 0o600 });
	await rename(`${file}.new`, file);
};
