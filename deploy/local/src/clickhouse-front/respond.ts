import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { constants, createGzip } from 'node:zlib';
import type { Engine } from './engine.js';
import { toWireError } from './errors.js';
import { formatNamed } from './formats.js';
import type { FrontRequest } from './request.js';

// A reader that takes nothing for so long holds one of the few sessions: it is let go.
const STALLED_MS = 120_000;

/** Figures are what the summary of a response tells; seconds for `elapsed`. */
export interface Figures {
	readonly elapsed: number;
	readonly rowsRead?: number;
	readonly bytesRead?: number;
	readonly rowsWritten?: number;
	readonly bytesWritten?: number;
}

function summary(figures: Figures): string {
	return JSON.stringify({
		read_rows: String(figures.rowsRead ?? 0),
		read_bytes: String(figures.bytesRead ?? 0),
		written_rows: String(figures.rowsWritten ?? 0),
		written_bytes: String(figures.bytesWritten ?? 0),
		total_rows_to_read: '0',
		result_rows: '0',
		result_bytes: '0',
		elapsed_ns: String(Math.round(figures.elapsed * 1e9)),
	});
}

/** Responder writes the responses to one request, in ClickHouse's own way. */
export class Responder {
	readonly #engine: Engine;
	readonly #response: ServerResponse;
	#request: FrontRequest | undefined;
	#exceptionTag = '';

	constructor(engine: Engine, response: ServerResponse) {
		this.#engine = engine;
		this.#response = response;
	}

	/** knows gives the responder the request it answers, once it has been read. */
	knows(request: FrontRequest): void {
		this.#request = request;
		this.#response.setHeader('X-ClickHouse-Query-Id', request.queryId);
		this.#response.setHeader('X-ClickHouse-Timezone', this.#engine.timezone);
		this.#response.setHeader('X-ClickHouse-Server-Display-Name', 'vigie-local-front');
	}

	/** done answers a statement that gives no rows. */
	done(figures: Figures): void {
		this.#response.setHeader('X-ClickHouse-Summary', summary(figures));
		this.#response.writeHead(200, { 'Content-Type': 'text/plain; charset=UTF-8' }).end();
	}

	/**
	 * rows sends a result as it comes. An error after the first byte goes into the `__exception__` block that the client
	 * looks for, since the status has gone.
	 */
	async rows(blocks: AsyncIterable<Uint8Array>, format: string, figures: Figures): Promise<void> {
		const gzip = this.#request?.wantsGzip ?? false;
		this.#exceptionTag = randomBytes(8).toString('hex');
		this.#response.setHeader('X-ClickHouse-Format', format);
		this.#response.setHeader('X-ClickHouse-Summary', summary(figures));
		this.#response.setHeader('X-ClickHouse-Exception-Tag', this.#exceptionTag);
		if (gzip) this.#response.setHeader('Content-Encoding', 'gzip');
		this.#response.writeHead(200, { 'Content-Type': formatNamed(format).contentType });
		this.#response.setTimeout(STALLED_MS, () => this.#response.destroy());
		const source = this.#withLateError(blocks);
		// Each block is flushed: a reader of a stream must not wait for the next one.
		if (gzip) await pipeline(source, createGzip({ flush: constants.Z_SYNC_FLUSH }), this.#response);
		else await pipeline(source, this.#response);
	}

	/** failed answers with an error, if nothing was sent yet. */
	failed(error: unknown): void {
		if (this.#response.headersSent || this.#response.destroyed) {
			this.#response.destroy();
			return;
		}
		const { status, code, text } = toWireError(error, this.#engine.version);
		this.#response.setHeader('X-ClickHouse-Exception-Code', code);
		this.#response.writeHead(status, { 'Content-Type': 'text/plain; charset=UTF-8' }).end(text);
	}

	async *#withLateError(blocks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
		try {
			yield* blocks;
		} catch (error) {
			const message = toWireError(error, this.#engine.version).text.slice(0, 16_000);
			const length = Buffer.byteLength(message);
			const mark = `\r\n__exception__\r\n`;
			yield Buffer.from(`${mark}${this.#exceptionTag}\r\n${message}${length} ${this.#exceptionTag}${mark}`);
		}
	}
}
