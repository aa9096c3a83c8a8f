import { chmod, copyFile, mkdir, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { syncFolder } from './files.js';

const isMissing = (err: unknown): boolean => err instanceof Error && 'code' in err && err.code === 'ENOENT';

/** filesIn lists the files under a folder, none when it does not exist. Half-written keys are none. */
const filesIn = async (folder: string): Promise<string[]> => {
	try {
		const entries = await readdir(folder, { recursive: true, withFileTypes: true });
		return entries
			.filter((entry) => entry.isFile() && !/\.(draft|new)$/.test(entry.name))
			.map((entry) => relative(folder, join(entry.parentPath, entry.name)))
			.sort();
	} catch (err) {
		if (isMissing(err)) return [];
		throw err;
	}
};

const copyOne = async (from: string, to: string): Promise<boolean> => {
	await mkdir(dirname(to), { recursive: true, mode: 0o700 });
	try {
		await copyFile(from, to);
		// The youngest key of its kind is the one that signs.
		const { atime, mtime } = await stat(from);
		await utimes(to, atime, mtime);
	} catch (err) {
		// The publisher destroys keys while we copy.
		if (isMissing(err)) return false;
		throw err;
	}
	await chmod(to, 0o600);
	return true;
};

/** refuseTogether throws when keys and data would lie together: whoever holds both holds what the keys protect. */
export const refuseTogether = (data: string, keys: string): void => {
	const inside = (inner: string, outer: string): boolean => inner === outer || inner.startsWith(outer + sep);
	const [a, b] = [resolve(data), resolve(keys)];
	if (inside(a, b) || inside(b, a))
		throw new Error('keys are kept apart: give --keys a folder outside of the other one');
};

/**
 * mirrorKeys makes `to` a copy of the key directory: a key that was destroyed there since the last copy is destroyed here too, or
 * a backup would keep what must not be known any more. Gives how many keys there are.
 */
export const mirrorKeys = async (from: string, to: string): Promise<number> => {
	const present = await filesIn(from);
	if (present.length === 0) throw new Error('there are no keys to copy');
	await mkdir(to, { recursive: true, mode: 0o700 });
	const copied: string[] = [];
	for (const file of present) if (await copyOne(join(from, file), join(to, file))) copied.push(file);
	for (const file of await filesIn(to)) if (!copied.includes(file)) await rm(join(to, file));
	await syncFolder(to);
	return copied.length;
};

/** putKeysBack copies keys into the key directory. Throws, and copies none, when another key of the same name is there. */
export const putKeysBack = async (from: string, to: string): Promise<number> => {
	const files = await filesIn(from);
	if (files.length === 0) throw new Error('there are no keys in the folder given with --keys');
	for (const file of files) {
		const there = await readFile(join(to, file)).catch(() => null);
		const differs = there !== null && !there.equals(await readFile(join(from, file)));
		if (differs)
			throw new Error(`the key directory holds another ${file} already: a restore replaces no key`);
	}
	for (const file of files) await copyOne(join(from, file), join(to, file));
	await stat(to);
	return files.length;
};
