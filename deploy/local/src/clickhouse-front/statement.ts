import { FrontError } from './errors.js';
import { type Token, tokens } from './tokens.js';

/** Insert is an INSERT statement cut where its data or its SELECT begins. */
export type Insert =
	| { readonly kind: 'select' }
	| {
			readonly kind: 'data';
			readonly format: string;
			/** The statement up to the place where FROM INFILE belongs. */
			readonly target: string;
			/** The SETTINGS clause, or nothing. */
			readonly settings: string;
			/** Where the inline data begins in the text. */
			readonly dataStart: number;
	  };

/** isValues tells whether the data of an insert are expressions, which the engine evaluates. */
export function isValues(insert: Extract<Insert, { kind: 'data' }>): boolean {
	return insert.format.toUpperCase() === 'VALUES';
}

/** firstWord gives the first word of a statement, upper-cased; empty when it begins with something else. */
export function firstWord(sql: string): string {
	for (const token of tokens(sql)) {
		if (token.kind === 'word') return token.text;
		if (token.text !== '(' && token.text !== ';') return '';
	}
	return '';
}

/** cutInsert finds where the data or the SELECT of an INSERT begins, reading no further; undefined when it finds neither. */
export function cutInsert(sql: string): Insert | undefined {
	let depth = 0;
	let settings: Token | undefined;
	let position = 0;
	let previous: Token | undefined;
	for (const token of tokens(sql)) {
		// Two words, or more, come before anything can be the end of the head: INSERT INTO <table>.
		position += 1;
		if (token.text === '(' || token.text === '{') depth += 1;
		if (token.text === ')' || token.text === '}') depth -= 1;
		const isWord = token.kind === 'word' && position > 3 && previous?.text !== '.';
		previous = token;
		if (!isWord) continue;
		if (['SELECT', 'WITH'].includes(token.text)) return { kind: 'select' };
		if (depth > 0) continue;
		if (token.text === 'INFILE') {
			throw new FrontError(
				'NOT_IMPLEMENTED',
				'INSERT FROM INFILE is not supported: send the data in the body.',
			);
		}
		if (token.text === 'SETTINGS') settings ??= token;
		if (token.text !== 'VALUES' && token.text !== 'FORMAT') continue;
		return dataAfter(sql, token, settings);
	}
	return undefined;
}

function dataAfter(sql: string, clause: Token, settings: Token | undefined): Insert | undefined {
	const cut = settings ?? clause;
	const parts = {
		target: sql.slice(0, cut.start),
		settings: settings ? sql.slice(settings.start, clause.start) : '',
	};
	if (clause.text === 'VALUES') return { kind: 'data', format: 'Values', dataStart: clause.end, ...parts };
	const format = tokens(sql, clause.end).next().value;
	if (format?.kind !== 'word') return undefined;
	return { kind: 'data', format: sql.slice(format.start, format.end), dataStart: format.end, ...parts };
}

/** Read is a statement that gives rows, cut at its FORMAT clause. */
export interface Read {
	/** The statement without FORMAT and what follows. */
	readonly body: string;
	readonly format: string | undefined;
	/** The SETTINGS clause written after FORMAT, or nothing. */
	readonly tail: string;
	/** Whether it is a SELECT whose planning runs nothing: no subquery in IN, as a value, or in WITH. */
	readonly isPlainSelect: boolean;
}

/** cutRead finds the FORMAT clause of a statement that gives rows. */
export function cutRead(sql: string): Read {
	const list = [...tokens(sql)];
	while (list.at(-1)?.text === ';') list.pop();
	const end = list.at(-1)?.end ?? 0;
	const at = list.findLastIndex(
		(token, index) =>
			token.kind === 'word' &&
			token.text === 'FORMAT' &&
			list[index + 1]?.kind === 'word' &&
			(index + 2 === list.length || list[index + 2]?.text === 'SETTINGS'),
	);
	const isSelect = ['SELECT', 'WITH', 'FROM'].includes(list[0]?.text ?? '');
	const isPlainSelect =
		isSelect &&
		!list.some(
			(token, index) =>
				token.kind === 'word' &&
				(token.text === 'SELECT' || token.text === 'WITH') &&
				list[index - 1]?.text === '(' &&
				!['FROM', 'JOIN', undefined].includes(list[index - 2]?.text),
		);
	const clause = list[at];
	const name = list[at + 1];
	if (at <= 0 || !clause || !name)
		return { body: sql.slice(0, end), format: undefined, tail: '', isPlainSelect };
	return {
		body: sql.slice(0, clause.start),
		format: sql.slice(name.start, name.end),
		tail: sql.slice(name.end, end),
		isPlainSelect,
	};
}
