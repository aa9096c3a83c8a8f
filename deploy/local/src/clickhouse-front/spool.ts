import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Spool is the folder of the files through which rows pass between HTTP and the engine; they live for one request. */
export class Spool {
	readonly #folder: string;

	/** Empties `folder`: what a killed process left there belongs to no request. */
	constructor(folder: string) {
		rmSync(folder, { recursive: true, force: true });
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		this.#folder = folder;
	}

	/** newFile names a file that does not exist yet; without an extension, from which the engine would guess. */
	newFile(): string {
		return join(this.#folder, randomUUID());
	}

	/** filled gives a new file that `fill` has written, or no file at all when it fails. */
	async filled(fill: (file: string) => Promise<void>): Promise<string> {
		const file = this.newFile();
		try {
			await fill(file);
			return file;
		} catch (error) {
			await rm(file, { force: true });
			throw error;
		}
	}
}
