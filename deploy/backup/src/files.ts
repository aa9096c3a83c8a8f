import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { FileEntry } from './contents.js';

const NEWLINE = 10;

const countLines = (chunk: Buffer): number => {
	let lines = 0;
	for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) lines += 1;
	return lines;
};

/** writeLines writes lines into a compressed file that only its owner can read, on the disk when it resolves; their count and hash. */
export const writeLines = async (
	folder: string,
	path: string,
	source: Readable | AsyncIterable<Buffer | string>,
): Promise<FileEntry> => {
	const file = join(folder, path);
	await mkdir(dirname(file), { recursive: true, mode: 0o700 });
	const hash = createHash('sha256');
	let count = 0;
	const counting = new Transform({
		transform: (chunk: Buffer, _encoding, done) => {
			count += countLines(chunk);
			done(null, chunk);
		},
	});
	const hashing = new Transform({
		transform: (chunk: Buffer, _encoding, done) => {
			hash.update(chunk);
			done(null, chunk);
		},
	});
	const target = createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true });
	// Of the file itself: a restore checks it without unpacking.
	await pipeline(
		Readable.from(source, { objectMode: false }),
		counting,
		createGzip({ level: 4 }),
		hashing,
		target,
	);
	return { path, sha256: hash.digest('hex'), bytes: (await stat(file)).size, count };
};

/** hashOf gives the SHA-256 of a file. */
export const hashOf = async (file: string): Promise<string> => {
	const hash = createHash('sha256');
	await pipeline(createReadStream(file), hash);
	return hash.digest('hex');
};

/** readLines gives the unpacked bytes of a file in pieces of about `pieceBytes`, each of whole lines. */
export async function* readLines(file: string, pieceBytes: number): AsyncGenerator<Buffer, void, undefined> {
	let held: Buffer[] = [];
	let size = 0;
	const unpacked: AsyncIterable<Buffer> = createReadStream(file).pipe(createGunzip());
	for await (const chunk of unpacked) {
		held.push(chunk);
		size += chunk.length;
		if (size < pieceBytes) continue;
		const all = Buffer.concat(held);
		const cut = all.lastIndexOf(NEWLINE) + 1;
		if (cut > 0) yield all.subarray(0, cut);
		held = [all.subarray(cut)];
		size = all.length - cut;
	}
	if (size > 0) yield Buffer.concat(held);
}

/** syncFolder makes what was added to a folder outlive a power cut. */
export const syncFolder = async (path: string): Promise<void> => {
	const folder = await open(path);
	await folder.sync().finally(() => folder.close());
};
