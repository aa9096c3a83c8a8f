import { createWriteStream } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { FrontError } from './errors.js';

function decoder(encoding: string): Transform | undefined {
	switch (encoding) {
		case '':
		case 'identity':
			return undefined;
		case 'gzip':
			return createGunzip();
		case 'deflate':
			return createInflate();
		case 'br':
			return createBrotliDecompress();
		default:
			throw new FrontError(
				'NOT_IMPLEMENTED',
				`Bodies compressed with ${encoding} are not supported: use gzip.`,
			);
	}
}

function capped(limitBytes: number): Transform {
	let total = 0;
	return new Transform({
		transform(chunk: Buffer, _encoding, done) {
			total += chunk.length;
			if (total <= limitBytes) done(null, chunk);
			else done(tooLarge(limitBytes));
		},
	});
}

function tooLarge(limitBytes: number): FrontError {
	const megabytes = Math.floor(limitBytes / 1_000_000);
	return new FrontError(
		'QUERY_IS_TOO_LARGE',
		`A body may hold at most ${megabytes} MB once decompressed: send several.`,
	);
}

// zlib's errors carry a Z_ or ERR_ code; a FrontError is one of ours and passes.
function asFrontError(error: unknown): unknown {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	if (/^(Z_|ERR__?ERROR|ERR_PADDING|ERR_BROTLI)/.test(code)) {
		return new FrontError('CANNOT_PARSE_INPUT', 'The body could not be decompressed.');
	}
	return error;
}

async function throughStages(request: IncomingMessage, limitBytes: number, target: Writable): Promise<void> {
	const announced = Number(request.headers['content-length'] ?? 0);
	if (announced > limitBytes) throw tooLarge(limitBytes);
	const decode = decoder(String(request.headers['content-encoding'] ?? '').toLowerCase());
	try {
		// Not the request itself: a pipeline that fails would destroy its connection, and the answer with it.
		const source = request.iterator({ destroyOnReturn: false });
		if (decode) await pipeline(source, decode, capped(limitBytes), target);
		else await pipeline(source, capped(limitBytes), target);
	} catch (error) {
		throw asFrontError(error);
	}
}

/** readBody gives the decoded body of a request in memory. */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<Buffer> {
	const chunks: Buffer[] = [];
	const target = new Writable({
		write(chunk: Buffer, _encoding, done) {
			chunks.push(chunk);
			done();
		},
	});
	await throughStages(request, limitBytes, target);
	return Buffer.concat(chunks);
}

/** spoolBody writes the decoded body of a request to a new file, never holding it whole in memory. */
export async function spoolBody(request: IncomingMessage, file: string, limitBytes: number): Promise<void> {
	await throughStages(request, limitBytes, createWriteStream(file, { flags: 'wx', mode: 0o600 }));
}
