import { unlink } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { finished } from 'node:stream/promises';
import { authenticate, type Credentials } from './authentication.js';
import type { Engine } from './engine.js';
import { FrontError } from './errors.js';
import { type Job, runCommand, runInsert, runRead, runWrite } from './execute.js';
import { Gate } from './gate.js';
import { readRequest } from './request.js';
import { Responder } from './respond.js';
import { settingsStatement } from './settings.js';
import type { Spool } from './spool.js';
import { type Understood, understand } from './understand.js';

const DISCARD_MS = 5_000;

const defaultLimits = {
	/** The body of one request, decompressed. */
	bodyBytes: 64_000_000,
	/** Each running query holds one of the sixteen threads of libuv; files and compression need the others. */
	queries: 8,
	waiting: 512,
};

/** FrontOptions are the engine, who may use it, and the folder through which rows pass. */
export interface FrontOptions {
	readonly engine: Engine;
	readonly credentials: Credentials;
	readonly spool: Spool;
	readonly limits?: Partial<typeof defaultLimits>;
}

/** ClickHouseFront is the server, and the means to wait for the queries that outlive their connections. */
export interface ClickHouseFront {
	readonly server: Server;
	readonly drained: () => Promise<void>;
}

/** createFront makes the HTTP server that speaks ClickHouse's interface for `engine`; it does not listen yet. */
export function createFront(options: FrontOptions): ClickHouseFront {
	const limits = { ...defaultLimits, ...options.limits };
	const gate = new Gate(limits.queries, limits.waiting);
	const front = { ...options, limits, gate };
	const server = createServer({ maxHeaderSize: 64 * 1024 }, (request, response) => {
		void answer(front, request, response);
	});
	// Longer than any client keeps an idle socket, or a request may be sent on one that is being closed.
	server.keepAliveTimeout = 10_000;
	server.headersTimeout = 15_000;
	server.requestTimeout = 120_000;
	return { server, drained: () => gate.drained() };
}

type Front = FrontOptions & { readonly limits: typeof defaultLimits; readonly gate: Gate };

async function answer(front: Front, request: IncomingMessage, response: ServerResponse): Promise<void> {
	const path = (request.url ?? '/').split('?', 1)[0];
	if (path === '/ping') {
		response.writeHead(200, { 'Content-Type': 'text/plain; charset=UTF-8' }).end('Ok.\n');
		return;
	}
	const responder = new Responder(front.engine, response);
	try {
		if (path !== '/') throw new FrontError('BAD_ARGUMENTS', 'There is nothing here: ask / or /ping.');
		await serve(front, request, response, responder);
	} catch (error) {
		if (!request.complete) await discardRest(request, response);
		responder.failed(error);
	}
}

// A client that still writes would lose the answer if its connection were reset: the rest of its body is read for a
// while, and dropped, before it is answered.
async function discardRest(request: IncomingMessage, response: ServerResponse): Promise<void> {
	if (!response.headersSent) response.setHeader('Connection', 'close');
	const signal = AbortSignal.timeout(DISCARD_MS);
	await finished(request.resume(), { signal }).catch(() => undefined);
}

async function serve(
	front: Front,
	request: IncomingMessage,
	response: ServerResponse,
	responder: Responder,
): Promise<void> {
	const gone = new AbortController();
	response.on('close', () => {
		if (!response.writableFinished) gone.abort();
	});
	const role = authenticate(request, front.credentials);
	const asked = readRequest(request);
	responder.knows(asked);
	const understood = await understand(front, request, asked);
	const { sql, parameters, dataFile } = understood;
	try {
		await front.gate.run(async () => {
			if (gone.signal.aborted) return;
			const session = await front.engine.session(role);
			try {
				session.cancelOn(gone.signal);
				if (asked.database !== undefined) await session.use(asked.database);
				await session.run(settingsStatement(session.tag, asked.settings, parameters));
				await run({ session, request: asked, sql, responder, spool: front.spool }, understood);
			} finally {
				await session.close();
			}
		});
	} finally {
		if (dataFile !== undefined) await unlink(dataFile);
	}
}

function run(job: Job, { judged, dataFile }: Understood): Promise<void> {
	switch (judged.kind) {
		case 'read':
			return runRead(job, judged);
		case 'data':
			return runInsert(job, judged, dataFile ?? '');
		case 'write-and-count':
			return runWrite(job);
		case 'command':
			return runCommand(job);
	}
}
