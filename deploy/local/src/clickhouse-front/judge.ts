import type { Engine } from './engine.js';
import { FrontError } from './errors.js';
import type { Classification } from './native.js';
import { refuseByWords } from './refusals.js';
import { cutInsert, cutRead, firstWord, type Insert, isValues, type Read } from './statement.js';
import { tokens } from './tokens.js';

// What may change the store, apart from INSERT. Who may do it is the engine's to say.
const commands: ReadonlySet<string> = new Set(['CREATE', 'ALTER', 'DROP', 'OPTIMIZE', 'TRUNCATE', 'DELETE']);

// ClickHouse's own default is a quarter of it.
const TEXT_LIMIT = 1_000_000;

const syncSettings: ReadonlySet<string> = new Set([
	'ASYNC_INSERT',
	'WAIT_FOR_ASYNC_INSERT',
	'MUTATIONS_SYNC',
	'ALTER_SYNC',
	'LIGHTWEIGHT_DELETES_SYNC',
]);

const READS = 0;
const WRITES = 1;

/** Judged is a statement that may run, and how. */
export type Judged =
	| ({ readonly kind: 'read' } & Read)
	| Extract<Insert, { kind: 'data' }>
	| { readonly kind: 'write-and-count' }
	| { readonly kind: 'command' };

// The parser's judge was made for a store that keeps a log, and holds these settings, written in a statement, to be
// control of the engine. Here they are settings like any other: it is asked again without them.
function withoutSyncSettings(sql: string): string {
	let judged = sql;
	for (const { kind, text, start, end } of tokens(sql)) {
		if (kind !== 'word' || !syncSettings.has(text)) continue;
		judged = judged.slice(0, start) + 'x'.repeat(end - start) + judged.slice(end);
	}
	return judged;
}

async function classify(engine: Engine, sql: string): Promise<Classification> {
	const first = await engine.classify(sql);
	if (first.queryClass <= WRITES) return first;
	const without = withoutSyncSettings(sql);
	return without === sql ? first : engine.classify(without);
}

async function classOf(engine: Engine, sql: string): Promise<number> {
	const { statementCount, queryClass } = await classify(engine, sql);
	if (statementCount === 0) throw await engine.syntaxErrorOf(sql);
	if (statementCount > 1) {
		throw new FrontError(
			'SYNTAX_ERROR',
			'Only one statement a request: several would run one after the other.',
		);
	}
	if (queryClass > WRITES) {
		throw new FrontError('NOT_IMPLEMENTED', 'This statement is not supported by the local front.');
	}
	return queryClass;
}

function refuseLong(sql: string): void {
	if (sql.length <= TEXT_LIMIT) return;
	throw new FrontError(
		'QUERY_IS_TOO_LARGE',
		'A statement may hold a million characters: send rows as JSONEachRow.',
	);
}

async function judgeInsert(engine: Engine, sql: string): Promise<Judged> {
	const insert = cutInsert(sql);
	const hasForeignData = insert?.kind === 'data' && !isValues(insert);
	// Data in any other format than Values is never parsed as SQL: it reaches the engine in a file.
	const judged = hasForeignData ? sql.slice(0, insert.dataStart) : sql;
	refuseLong(judged);
	refuseByWords(judged);
	await classOf(engine, judged);
	if (insert?.kind === 'data') return insert;
	if (insert === undefined) throw new FrontError('SYNTAX_ERROR', 'An INSERT needs VALUES, FORMAT or SELECT.');
	return { kind: 'write-and-count' };
}

/** judge tells how a statement is to be run, or throws the sentence that refuses it. Nothing has run before. */
export async function judge(engine: Engine, sql: string): Promise<Judged> {
	const word = firstWord(sql);
	if (word === 'INSERT') return judgeInsert(engine, sql);
	refuseLong(sql);
	refuseByWords(sql);
	if ((await classOf(engine, sql)) === READS) return { kind: 'read', ...cutRead(sql) };
	if (commands.has(word)) return { kind: 'command' };
	throw new FrontError('NOT_IMPLEMENTED', 'This statement is not supported by the local front.');
}
