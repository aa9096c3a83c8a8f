import { hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** KeySource makes the bytes of a new key: random in a real world, derived from the seed in a demonstration. */
export type KeySource = (name: string) => Buffer;

const KEY_BYTES = 32;

/** keySourceOf gives the source of a world. A demonstration's keys repeat so that its releases are the same bytes. */
export const keySourceOf = (config: { VIGIE_WORLD: 'demo' | 'real'; VIGIE_DEMO_SEED: string }): KeySource => {
	if (config.VIGIE_WORLD === 'real') return () => randomBytes(KEY_BYTES);
	return (name) => Buffer.from(hkdfSync('sha256', config.VIGIE_DEMO_SEED, 'vigie', name, KEY_BYTES));
};

/** KeyDirectory holds the secrets of a stack as files: deleting one destroys it, which no log or database could do. */
export interface KeyDirectory {
	/** read gives a key, or null when it does not exist (or does not exist any more). */
	read(name: string): Promise<Buffer | null>;
	/** ensure gives a key, made if missing; two processes that make it at once end with the same one. */
	ensure(name: string): Promise<Buffer>;
	/** destroy deletes a key for good; deleting a missing one is no error. */
	destroy(name: string): Promise<void>;
}

const isMissing = (err: unknown): boolean => err instanceof Error && 'code' in err && err.code === 'ENOENT';
const exists = (err: unknown): boolean => err instanceof Error && 'code' in err && err.code === 'EEXIST';

/** syncFolder makes what was added to a folder, or taken from it, outlive a power cut. */
const syncFolder = async (path: string): Promise<void> => {
	try {
		const folder = await open(path);
		await folder.sync().finally(() => folder.close());
	} catch (err) {
		if (!isMissing(err)) throw err;
	}
};

/** openKeys opens the key directory; names are `record`, `cell`, `weeks/2026-W46`, `quarters/2026-Q4`. */
export const openKeys = (directory: string, source: KeySource): KeyDirectory => {
	const fileOf = (name: string): string => join(directory, `${name}.key`);
	const read = async (name: string): Promise<Buffer | null> => {
		try {
			const text = (await readFile(fileOf(name), 'utf8')).trim();
			if (!/^[0-9a-f]{64}$/.test(text))
				throw new Error(`the key ${name} is damaged: 64 hexadecimal digits expected`);
			return Buffer.from(text, 'hex');
		} catch (err) {
			if (isMissing(err)) return null;
			throw err;
		}
	};
	const make = async (name: string): Promise<void> => {
		const file = fileOf(name);
		await mkdir(dirname(file), { recursive: true, mode: 0o700 });
		// Written beside and then linked: nobody ever sees half a key, and of two makers one wins.
		const draft = `${file}.${randomUUID()}.draft`;
		try {
			await writeFile(draft, `${source(name).toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true });
			await link(draft, file);
		} catch (err) {
			if (!exists(err)) throw err;
		} finally {
			await rm(draft, { force: true });
		}
		await syncFolder(dirname(file));
	};
	return {
		read,
		ensure: async (name) => {
			const known = await read(name);
			if (known) return known;
			await make(name);
			const made = await read(name);
			if (!made) throw new Error(`the key ${name} could not be made`);
			return made;
		},
		destroy: async (name) => {
			await rm(fileOf(name), { force: true });
			await syncFolder(dirname(fileOf(name)));
		},
	};
};
