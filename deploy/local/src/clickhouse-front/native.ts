import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** NativeConnection is a handle of the addon: one engine session, with its own role, settings and parameters. */
export interface NativeConnection {
	readonly brand: unique symbol;
}

/** NativeStream is a handle of the addon: a SELECT that is running, read block by block. */
export interface NativeStream {
	readonly brand: unique symbol;
}

/** RunFigures are what the engine says of one finished statement; seconds for `elapsed`. */
export interface RunFigures {
	readonly elapsed: number;
	readonly rowsRead: number;
	readonly bytesRead: number;
	readonly bytes: Uint8Array;
}

/** WriteFigures are what the engine says of one finished insert, cascaded views included; seconds for `elapsed`. */
export interface WriteFigures {
	readonly elapsed: number;
	readonly rowsWritten: number;
	readonly bytesWritten: number;
}

/** Classification is the engine's own parser judging a text: 0 reads, 1 writes to a database, above 1 anything else. */
export interface Classification {
	readonly statementCount: number;
	readonly queryClass: number;
}

/** NativeAddon is the part of chdb's addon that the front uses. None of it is documented: chdb is pinned exactly. */
export interface NativeAddon {
	EngineVersion(): string;
	CreateConnection(folder: string, args: readonly string[]): NativeConnection;
	CloseConnection(connection: NativeConnection): void;
	QueryAsyncConnection(connection: NativeConnection, sql: string, format: string): Promise<RunFigures>;
	InsertRawAsyncConnection(
		connection: NativeConnection,
		sql: string,
		data: Buffer,
		countLines: boolean,
	): Promise<WriteFigures>;
	DurableClassifyAsync(connection: NativeConnection, sql: string, database: string): Promise<Classification>;
	StreamQuery(connection: NativeConnection, sql: string, format: string): NativeStream;
	StreamFetch(stream: NativeStream): Promise<{ done: boolean; bytes: Uint8Array }>;
	StreamCancel(stream: NativeStream): void;
}

/** loadAddon loads the engine into this process (about 0.3 s, once). */
export function loadAddon(): NativeAddon {
	const require = createRequire(import.meta.url);
	// The package exports its public API only; the loader of the same package finds the platform's binary.
	const loader = join(dirname(require.resolve('chdb/package.json')), 'dist', 'loader.js');
	// The shape is the one above, read in the package's source: there are no types to import.
	return (require(loader) as { loadNative(): NativeAddon }).loadNative();
}
