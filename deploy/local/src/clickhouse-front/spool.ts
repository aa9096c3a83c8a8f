import { randomUUID } from 'node:crypto';
import {
	closeSync,
	createReadStream,
	fstatSync,
	mkdirSync,
	openSync,
	readSync,
	rmSync,
	unlinkSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

const READ_BYTES = 256 * 1024;

/**
 * takeFile gives the content of a file, which is removed at once: it lives on until it has been read. A small one is read
 * on the spot, in a tenth of the time that passing by the threads of libuv takes.
 */
export function takeFile(file: string): AsyncIterable<Uint8Array> {
	const descriptor = openSync(file, 'r');
	unlinkSync(file);
	const { size } = fstatSync(descriptor);
	if (size > READ_BYTES) return createReadStream('', { fd: descriptor, highWaterMark: READ_BYTES });
	const content = Buffer.alloc(size);
	readSync(descriptor, content);
	closeSync(descriptor);
	return (async function* () {
		if (size > 0) yield content;
	})();
}

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
