import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { NativeAddon, NativeConnection, RunFigures, WriteFigures } from './native.js';

// A kill may come before the engine knows the query: it is repeated until the query has ended.
const KILL_AGAIN_MS = 50;

/** Session is one native session of the engine, for one request: one statement at a time, then closed for good. */
export class Session {
	/** tag marks the query of this session, so that it can be killed. */
	readonly tag = randomUUID();
	readonly #addon: NativeAddon;
	readonly #connection: NativeConnection;
	readonly #killTagged: (tag: string) => Promise<void>;
	#running: Promise<unknown> = Promise.resolve();
	#ended = false;

	constructor(addon: NativeAddon, connection: NativeConnection, killTagged: (tag: string) => Promise<void>) {
		this.#addon = addon;
		this.#connection = connection;
		this.#killTagged = killTagged;
	}

	/** run runs one statement to its end; its result, if it has one that is not sent to a file, is in `bytes`. */
	run(statement: string): Promise<RunFigures> {
		return this.#track(this.#addon.QueryAsyncConnection(this.#connection, statement, 'TabSeparated'));
	}

	/** use makes `database` the one where unqualified names are looked for. */
	async use(database: string): Promise<void> {
		await this.run(`USE \`${database.replaceAll(/[`\\]/g, '\\$&')}\``);
	}

	/** write runs one insert to its end and tells what it wrote, which `run` does not. */
	write(statement: string): Promise<WriteFigures> {
		// The native call wants data after the statement; ours is always elsewhere, and a line feed is none.
		return this.#track(
			this.#addon.InsertRawAsyncConnection(this.#connection, statement, Buffer.from('\n'), false),
		);
	}

	/**
	 * stream runs one SELECT and gives its blocks as they come, each a complete document of the format. Planning is done
	 * on the event loop: statements whose planning runs subqueries do not belong here.
	 */
	async *stream(statement: string, format: string): AsyncGenerator<Uint8Array, void, undefined> {
		const handle = this.#addon.StreamQuery(this.#connection, statement, format);
		const fetch = () => this.#track(this.#addon.StreamFetch(handle));
		let open = true;
		try {
			while (open) {
				const block = await fetch();
				open = !block.done;
				if (open) yield block.bytes;
			}
		} catch (error) {
			open = false;
			throw error;
		} finally {
			// Cancelling a native stream blocks the event loop; killing its query and reading it out does not.
			if (open) await this.#killTagged(this.tag);
			while (open)
				open = await fetch().then(
					(block) => !block.done,
					() => false,
				);
		}
	}

	/** cancelOn kills the running query when `signal` aborts. */
	cancelOn(signal: AbortSignal): void {
		const kill = () => void this.#killUntilEnded();
		if (signal.aborted) kill();
		else signal.addEventListener('abort', kill, { once: true });
	}

	/** close waits for the statement that still runs, then releases the session. Never under a running statement. */
	async close(): Promise<void> {
		if (this.#ended) return;
		await this.#running.catch(() => undefined);
		this.#ended = true;
		this.#addon.CloseConnection(this.#connection);
	}

	async #killUntilEnded(): Promise<void> {
		while (!this.#ended) {
			await this.#killTagged(this.tag).catch(() => undefined);
			await wait(KILL_AGAIN_MS);
		}
	}

	#track<T>(work: Promise<T>): Promise<T> {
		this.#running = work;
		return work;
	}
}
