import { writeFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { readBody, spoolBody } from './body.js';
import type { Engine } from './engine.js';
import { FrontError } from './errors.js';
import { type Judged, judge } from './judge.js';
import { readMultipart } from './multipart.js';
import type { FrontRequest } from './request.js';
import type { Spool } from './spool.js';
import { isValues } from './statement.js';

/** Understood is a request whose statement may run, its data waiting in a file when it has any. */
export interface Understood {
	readonly sql: string;
	readonly parameters: ReadonlyMap<string, string>;
	readonly judged: Judged;
	readonly dataFile: string | undefined;
}

interface Means {
	readonly engine: Engine;
	readonly spool: Spool;
	readonly limits: { readonly bodyBytes: number };
}

/** understand reads the body of a request and judges its statement; throws what refuses it, and then leaves no file. */
export async function understand(
	means: Means,
	request: IncomingMessage,
	asked: FrontRequest,
): Promise<Understood> {
	const understood = await (asked.query === undefined
		? fromBody(means, request, asked)
		: fromAddress(means, request, asked, asked.query));
	if (asked.mayWrite || understood.judged.kind === 'read') return understood;
	throw new FrontError('READONLY', 'Only POST may change the store.');
}

// The statement is in the body, with its data when it is an insert.
async function fromBody(means: Means, request: IncomingMessage, asked: FrontRequest): Promise<Understood> {
	const body = await readBody(request, means.limits.bodyBytes);
	const contentType = request.headers['content-type'] ?? '';
	if (!contentType.startsWith('multipart/form-data')) return fromText(means, body, asked.parameters);
	const parts = await readMultipart(body, contentType);
	return fromText(means, Buffer.from(parts.query), new Map([...asked.parameters, ...parts.parameters]));
}

async function fromText(
	means: Means,
	text: Buffer,
	parameters: FrontRequest['parameters'],
): Promise<Understood> {
	const sql = text.toString();
	const judged = await judge(means.engine, sql);
	if (judged.kind !== 'data') return { sql, parameters, judged, dataFile: undefined };
	const blank = /^[ \t\f]*(\r?\n)?/.exec(sql.slice(judged.dataStart, judged.dataStart + 64))?.[0].length ?? 0;
	// Data may be binary: it is cut from the bytes, not from the text.
	const data = text.subarray(Buffer.byteLength(sql.slice(0, judged.dataStart + blank)));
	const dataFile = await means.spool.filled((file) => writeFile(file, data, { flag: 'wx', mode: 0o600 }));
	return { sql, parameters, judged, dataFile };
}

// The statement is in the address, its data in the body.
async function fromAddress(
	means: Means,
	request: IncomingMessage,
	{ parameters }: FrontRequest,
	sql: string,
): Promise<Understood> {
	const judged = await judge(means.engine, sql);
	const takesData = judged.kind === 'data' && sql.slice(judged.dataStart).trim() === '';
	if (takesData && !isValues(judged)) {
		const dataFile = await means.spool.filled((file) => spoolBody(request, file, means.limits.bodyBytes));
		return { sql, parameters, judged, dataFile };
	}
	const body = await readBody(request, means.limits.bodyBytes);
	// Values are expressions: they are judged like the statement they belong to.
	if (takesData || body.length === 0)
		return fromText(means, Buffer.from(`${sql} ${body.toString()}`), parameters);
	throw new FrontError(
		'BAD_ARGUMENTS',
		'Beside a statement in the address, only the data of an INSERT may be sent.',
	);
}
