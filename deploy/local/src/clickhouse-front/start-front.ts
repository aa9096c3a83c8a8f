import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Credentials } from './authentication.js';

// An engine that opens a large folder on a busy machine; usually under a second.
const READY_MS = 60_000;

// It ends by itself within 3 s, unless the engine holds its event loop.
const STOPPED_MS = 5_000;

const Line = z.object({ msg: z.string(), port: z.number().optional(), sentence: z.string().optional() });

/** StartFrontOptions: the folder of the data, who may log in, and the port (any free one when left out). */
export interface StartFrontOptions {
	readonly dataDir: string;
	readonly credentials: Credentials;
	readonly port?: number;
}

/** RunningFront is a front in its own process. */
export interface RunningFront {
	readonly url: string;
	readonly port: number;
	readonly pid: number;
	/** stop ends it in order, and resolves with its exit code. */
	readonly stop: () => Promise<number | null>;
	/** kill ends it at once, as a power cut would. */
	readonly kill: () => Promise<void>;
}

function serverCommand(): string[] {
	const built = fileURLToPath(new URL('./server.js', import.meta.url));
	if (existsSync(built)) return [built];
	const source = fileURLToPath(new URL('./server.ts', import.meta.url));
	return ['--conditions=vigie-source', '--import', 'tsx', source];
}

function listening(child: ChildProcess): Promise<number> {
	return new Promise((resolve, reject) => {
		let said = 'it said nothing';
		const late = setTimeout(() => reject(new Error('The ClickHouse front was not ready in time.')), READY_MS);
		const gone = (code: number | null) =>
			reject(new Error(`The ClickHouse front ended (code ${code}): ${said}`));
		child.once('exit', gone);
		child.stderr?.on('data', (chunk: Buffer) => {
			said = chunk.toString().slice(-500);
		});
		if (!child.stdout) return;
		createInterface(child.stdout).on('line', (text) => {
			const line = Line.safeParse(parsed(text));
			if (line.data?.sentence !== undefined) said = line.data.sentence;
			if (line.data?.msg !== 'listening' || line.data.port === undefined) return;
			clearTimeout(late);
			child.off('exit', gone);
			resolve(line.data.port);
		});
		child.once('exit', () => clearTimeout(late));
	});
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** startFront starts a front on `dataDir` and resolves when it answers; throws with its own sentence when it cannot. */
export async function startFront({
	dataDir,
	credentials,
	port = 0,
}: StartFrontOptions): Promise<RunningFront> {
	const secrets = await mkdtemp(join(tmpdir(), 'vigie-front-'));
	const file = join(secrets, 'credentials.json');
	await writeFile(file, JSON.stringify(credentials), { mode: 0o600 });
	const child = spawn(process.execPath, serverCommand(), {
		env: {
			...process.env,
			UV_THREADPOOL_SIZE: '16',
			VIGIE_CLICKHOUSE_PORT: String(port),
			VIGIE_CLICKHOUSE_DATA: dataDir,
			VIGIE_CLICKHOUSE_CREDENTIALS: file,
			VIGIE_CLICKHOUSE_ENDS_WITH_STDIN: '1',
		},
		// A terminal's Ctrl-C must not reach it: whoever started it stops it, in its order. If that one dies, so does it.
		detached: true,
		stdio: ['pipe', 'pipe', 'pipe'],
	});
	const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
	try {
		const bound = await listening(child);
		return {
			url: `http://127.0.0.1:${bound}`,
			port: bound,
			// A process that has spoken has a pid.
			pid: child.pid ?? 0,
			stop: () => {
				child.kill('SIGTERM');
				const late = setTimeout(() => child.kill('SIGKILL'), STOPPED_MS);
				return ended.finally(() => clearTimeout(late));
			},
			kill: async () => {
				child.kill('SIGKILL');
				await ended;
			},
		};
	} catch (error) {
		child.kill('SIGKILL');
		throw error;
	} finally {
		await rm(secrets, { recursive: true, force: true });
	}
}
