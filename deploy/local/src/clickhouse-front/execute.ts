import { unlink } from 'node:fs/promises';
import { formatNamed } from './formats.js';
import type { Judged } from './judge.js';
import type { FrontRequest } from './request.js';
import type { Responder } from './respond.js';
import type { Session } from './session.js';
import { quoted } from './settings.js';
import { type Spool, takeFile } from './spool.js';

/** Job is one statement ready to run in its session. */
export interface Job {
	readonly session: Session;
	readonly request: FrontRequest;
	readonly sql: string;
	readonly responder: Responder;
	readonly spool: Spool;
}

type Read = Extract<Judged, { kind: 'read' }>;
type Data = Extract<Judged, { kind: 'data' }>;

/** runRead runs a statement that gives rows and sends them. */
export async function runRead(job: Job, read: Read): Promise<void> {
	const format = read.format ?? job.request.defaultFormat;
	const whole = job.request.waitsForEnd || !read.isPlainSelect || formatNamed(format).travel === 'whole';
	if (whole) await sendWhole(job, read, format);
	else await sendStreamed(job, read, format);
}

// The engine writes the result to a file off the event loop: memory stays flat, and every error comes before the status.
async function sendWhole(job: Job, read: Read, format: string): Promise<void> {
	const file = job.spool.newFile();
	const statement = `${read.body}\nINTO OUTFILE ${quoted(file)} COMPRESSION 'none'\nFORMAT ${format}${read.tail}`;
	const figures = await job.session.run(statement).catch(async (error: unknown) => {
		await unlink(file).catch(() => undefined);
		throw error;
	});
	await job.responder.rows(takeFile(file), format, figures);
}

async function sendStreamed(job: Job, read: Read, format: string): Promise<void> {
	const blocks = job.session.stream(`${read.body}\nFORMAT ${format}${read.tail}`, format);
	try {
		// The first block is awaited before the status is sent: early errors keep their status and code.
		const first = await blocks.next();
		async function* all(): AsyncGenerator<Uint8Array, void, undefined> {
			if (!first.done) yield first.value;
			yield* blocks;
		}
		await job.responder.rows(all(), format, { elapsed: 0 });
	} finally {
		// Whatever happened to the response: a session must not be closed on an open stream, or the process hangs.
		await blocks.return();
	}
}

/**
 * runInsert runs an insert whose rows are in `file`. They reach the engine through the file, never as text after the
 * statement: there, an empty line would end the data and begin another statement.
 */
export async function runInsert(job: Job, insert: Data, file: string): Promise<void> {
	const statement = `${insert.target} FROM INFILE ${quoted(file)} COMPRESSION 'none' ${insert.settings}\nFORMAT ${insert.format}`;
	job.responder.done(await job.session.write(statement));
}

/** runWrite runs an INSERT ... SELECT and tells what it wrote. */
export async function runWrite(job: Job): Promise<void> {
	job.responder.done(await job.session.write(job.sql));
}

/** runCommand runs a statement that changes tables. */
export async function runCommand(job: Job): Promise<void> {
	job.responder.done(await job.session.run(job.sql));
}
