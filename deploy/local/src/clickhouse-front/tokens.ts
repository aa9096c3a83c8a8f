/** Token is one piece of SQL that is neither space nor comment; `text` is upper-cased for a word, bare for a name. */
export interface Token {
	readonly kind: 'word' | 'name' | 'text' | 'symbol';
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

const space = /[\s\u00a0\ufeff\u180e\u200b-\u200d\u2060]+/y;
const comment = /--[^\n]*|#[ !][^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y;
const word = /[A-Za-z0-9_][A-Za-z0-9_$]*/y;
const text = /'(?:[^'\\]+|\\[\s\S]|'')*(?:'|$)|‘[^’]*(?:’|$)|\$(\w*)\$[\s\S]*?(?:\$\1\$|$)/y;
const name = /`(?:[^`\\]+|\\[\s\S]|``)*(?:`|$)|"(?:[^"\\]+|\\[\s\S]|"")*(?:"|$)|“[^”]*(?:”|$)/y;

function take(pattern: RegExp, sql: string, position: number): string | undefined {
	pattern.lastIndex = position;
	return pattern.exec(sql)?.[0];
}

function skipped(sql: string, position: number): number {
	const length = take(space, sql, position)?.length ?? take(comment, sql, position)?.length ?? 0;
	return length === 0 ? position : skipped(sql, position + length);
}

/**
 * tokens gives the tokens of a ClickHouse text from `from`, lazily: whoever reads the head of an insert never pays for
 * its data. The same lexical rules as the engine's; what it cannot place comes out one symbol at a time.
 */
export function* tokens(sql: string, from = 0): Generator<Token, void, undefined> {
	let start = skipped(sql, from);
	while (start < sql.length) {
		const token = tokenAt(sql, start);
		yield token;
		start = skipped(sql, token.end);
	}
}

function tokenAt(sql: string, start: number): Token {
	const asWord = take(word, sql, start);
	if (asWord) return { kind: 'word', text: asWord.toUpperCase(), start, end: start + asWord.length };
	const asText = take(text, sql, start);
	if (asText) return { kind: 'text', text: asText, start, end: start + asText.length };
	const asName = take(name, sql, start);
	if (asName) return { kind: 'name', text: asName.slice(1, -1), start, end: start + asName.length };
	return { kind: 'symbol', text: sql.charAt(start), start, end: start + 1 };
}
