import type { ClickHouseFront } from './app.js';
import type { Engine } from './engine.js';

// A query that runs when the process is told to end has this long; then it is killed.
const FINISH_MS = 1_500;
// The engine can hang on the way out: the process is then killed, and what was acknowledged is on disk.
const KILL_MS = 2_900;

/** log prints one JSON line; never an address, a statement or a value. */
export function log(msg: string, facts: Record<string, string | number> = {}): void {
	process.stdout.write(
		`${JSON.stringify({ time: new Date().toISOString(), name: 'clickhouse-front', msg, ...facts })}\n`,
	);
}

/**
 * endOnSignals ends the process on SIGTERM or SIGINT, or when `parent` (a pipe held by whoever spawned it) closes: no new
 * request, finish, drain, exit 0; within 3 s.
 */
export function endOnSignals(
	{ server, drained }: ClickHouseFront,
	engine: Engine,
	parent: NodeJS.ReadableStream | undefined,
): void {
	let ending = false;
	const end = () => {
		if (ending) return;
		ending = true;
		setTimeout(() => process.kill(process.pid, 'SIGKILL'), KILL_MS).unref();
		setTimeout(() => server.closeAllConnections(), FINISH_MS).unref();
		server.close(() => {
			drained()
				.then(() => engine.close())
				.then(
					() => process.exit(0),
					() => process.exit(1),
				);
		});
		server.closeIdleConnections();
	};
	process.on('SIGTERM', end);
	process.on('SIGINT', end);
	// An orphan would hold the folder.
	parent?.resume().on('end', end).on('error', end);
}
