import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Encoding is a form in which a file is sent. */
export type Encoding = 'br' | 'gzip' | 'identity';

/** StaticFile is a built file, held in memory. */
export interface StaticFile {
	readonly contentType: string;
	readonly isPage: boolean;
	readonly cacheControl: string;
	/** Strong, of the content; each encoding adds its name to it. */
	readonly hash: string;
	/** bytes gives the file in an encoding, compressed the first time; identity when compression gains nothing. */
	bytes(encoding: Encoding): Promise<{ readonly encoding: Encoding; readonly body: Buffer }>;
}

/** StaticFiles are the files of a dashboard by address: what is not in it does not exist, whatever the path asked for. */
export type StaticFiles = ReadonlyMap<string, StaticFile>;

const contentTypes: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.ico': 'image/x-icon',
	'.woff2': 'font/woff2',
	'.txt': 'text/plain; charset=utf-8',
	'.webmanifest': 'application/manifest+json',
};
const alreadyCompressed = new Set(['.png', '.woff2']);
/** Below one packet, compression only costs. */
const WORTH_BYTES = 1_024;

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);
const compress = (body: Buffer, encoding: 'br' | 'gzip'): Promise<Buffer> =>
	encoding === 'gzip'
		? toGzip(body, { level: 9 })
		: toBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } });

const readStatic = async (path: string, address: string): Promise<StaticFile> => {
	const body = await readFile(path);
	const extension = extname(path);
	const compressed = new Map<'br' | 'gzip', Promise<Buffer>>();
	const worth = body.length > WORTH_BYTES && !alreadyCompressed.has(extension);
	return {
		contentType: contentTypes[extension] ?? 'application/octet-stream',
		isPage: extension === '.html',
		// Vite writes the hash of a file into its name, under `assets`; all others keep their name when they change.
		cacheControl: address.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
		hash: createHash('sha256').update(body).digest('base64url').slice(0, 22),
		bytes: async (encoding) => {
			if (encoding === 'identity' || !worth) return { encoding: 'identity', body };
			const known = compressed.get(encoding) ?? compress(body, encoding);
			compressed.set(encoding, known);
			return { encoding, body: await known };
		},
	};
};

/** loadStaticFiles reads a built folder. `base` is the address it is served under, with both slashes; pages also answer without `.html`. */
export const loadStaticFiles = async (folder: string, base: string): Promise<StaticFiles> => {
	const files = new Map<string, StaticFile>();
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	for (const entry of entries.filter((found) => found.isFile())) {
		const path = join(entry.parentPath, entry.name);
		const address = `${base}${relative(folder, path).split(sep).join('/')}`;
		const file = await readStatic(path, address);
		files.set(address, file);
		if (address.endsWith('/index.html')) files.set(address.slice(0, -'index.html'.length), file);
		else if (file.isPage) files.set(address.slice(0, -'.html'.length), file);
	}
	return files;
};
