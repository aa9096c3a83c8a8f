/** FrontError is an error as ClickHouse's HTTP interface tells it: code, name and sentence. */
export class FrontError extends Error {
	override name = 'FrontError';
	readonly code: number;
	readonly type: string;

	constructor(type: ErrorType, sentence: string) {
		super(sentence);
		this.code = codes[type];
		this.type = type;
	}
}

// ClickHouse's own numbers, from its list of error codes.
const codes = {
	CANNOT_PARSE_INPUT: 27,
	BAD_ARGUMENTS: 36,
	NOT_IMPLEMENTED: 48,
	SYNTAX_ERROR: 62,
	NO_DATA_TO_INSERT: 108,
	TIMEOUT_EXCEEDED: 159,
	READONLY: 164,
	TOO_MANY_SIMULTANEOUS_QUERIES: 202,
	QUERY_IS_TOO_LARGE: 223,
	ABORTED: 236,
	QUERY_WAS_CANCELLED: 394,
	ACCESS_DENIED: 497,
	AUTHENTICATION_FAILED: 516,
} as const;

/** ErrorType is ClickHouse's name of an error that the front itself gives. */
export type ErrorType = keyof typeof codes;

// The statuses that ClickHouse's own server gives; every other code is a 500.
const statuses: ReadonlyMap<number, number> = new Map([
	[codes.CANNOT_PARSE_INPUT, 400],
	[codes.BAD_ARGUMENTS, 400],
	[codes.SYNTAX_ERROR, 400],
	[codes.NO_DATA_TO_INSERT, 400],
	[6, 400],
	[26, 400],
	[38, 400],
	[41, 400],
	[47, 404],
	[60, 404],
	[81, 404],
	[codes.NOT_IMPLEMENTED, 501],
	[codes.QUERY_IS_TOO_LARGE, 413],
	[codes.TOO_MANY_SIMULTANEOUS_QUERIES, 503],
	[codes.ABORTED, 503],
	[codes.AUTHENTICATION_FAILED, 403],
	[codes.ACCESS_DENIED, 403],
]);

/** WireError is an error ready to be sent: HTTP status, ClickHouse code, and the text the client parses. */
export interface WireError {
	readonly status: number;
	readonly code: number;
	readonly text: string;
}

// Rows pass through files of the front: their paths mean nothing to a caller.
const spoolPath = /\n?: \(in file\/uri [^)]*\)/g;

/** toWireError turns anything thrown into what ClickHouse would send. The engine's own sentences pass unchanged. */
export function toWireError(error: unknown, version: string): WireError {
	if (error instanceof FrontError) {
		const text = `Code: ${error.code}. DB::Exception: ${error.message} (${error.type}) (version ${version})\n`;
		return { status: statuses.get(error.code) ?? 500, code: error.code, text };
	}
	const message = (error instanceof Error ? error.message : String(error)).replaceAll(spoolPath, '');
	const code = Number(/^Code: (\d+)\./.exec(message)?.[1] ?? 1002);
	const text = code === 1002 ? `Code: 1002. DB::Exception: ${message} (UNKNOWN_EXCEPTION)\n` : `${message}\n`;
	return { status: statuses.get(code) ?? 500, code, text };
}
