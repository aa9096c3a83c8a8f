import { copyFile, mkdir, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeSecret } from './secret-file.js';

/** PASSWORDS is the file of the engine's passwords; each holder gets one with its own password only. */
const PASSWORDS = 'clickhouse.json';

/**
 * holders says which long-lived keys each service holds, by file name, and nothing else: whoever breaks into one finds what it works
 * with. Weeks' and quarters' keys are made by the publisher, in folders of their own.
 */
export const holders = {
	loader: /^(record|session|session-previous)\.key$/,
	// It reads counts, and makes nothing of keys: the password of its own user is all.
	detector: /^$/,
	publisher: /^cell\.key$/,
	intake: /^(device-.+\.public\.jwk|(comments|comments-previous|proposals)\.key)$/,
	api: /^(device-.+\.private\.jwk|admin\.token|(attestations|comments|comments-previous|webhooks)\.key|session(-previous)?\.key)$/,
	reporter: /^(webhooks|session|session-previous)\.key$/,
} as const satisfies Record<string, RegExp>;

/** Folders of others' keys that are mounted inside a holder's, which may be read-only: they must be there before. */
const mountedInside = ['weeks', 'quarters'];

const copyOne = async (from: string, to: string): Promise<void> => {
	await copyFile(from, `${to}.new`);
	// The api signs with the youngest key.
	const { atime, mtime } = await stat(from);
	await utimes(`${to}.new`, atime, mtime);
	await rename(`${to}.new`, to);
};

const handOut = async (directory: string, folder: string, name: string, held: RegExp): Promise<void> => {
	await mkdir(folder, { recursive: true, mode: 0o700 });
	for (const inside of mountedInside) await mkdir(join(folder, inside), { recursive: true, mode: 0o700 });
	const files = (await readdir(directory)).filter((file) => held.test(file));
	for (const file of files) await copyOne(join(directory, file), join(folder, file));
	const passwords = z
		.record(z.string(), z.string())
		.parse(JSON.parse(await readFile(join(directory, PASSWORDS), 'utf8')));
	const own = passwords[name];
	if (own !== undefined)
		await writeSecret(join(folder, PASSWORDS), `${JSON.stringify({ [name]: own }, null, '\t')}\n`);
	const kept = [...files, ...(own === undefined ? [] : [PASSWORDS])];
	for (const entry of await readdir(folder, { withFileTypes: true }))
		if (entry.isFile() && !kept.includes(entry.name)) await rm(join(folder, entry.name));
};

/** handOutKeys makes, under `to`, a folder for each holder with the keys that it holds, and takes away those that are gone. */
export const handOutKeys = async (directory: string, to: string): Promise<void> => {
	for (const [name, held] of Object.entries(holders)) await handOut(directory, join(to, name), name, held);
};
