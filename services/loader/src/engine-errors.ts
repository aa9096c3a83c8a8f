import { z } from 'zod';

// ClickHouse's own numbers. An error that is not here is the engine's trouble, not the rows': it is tried again.
const dataErrors: ReadonlyMap<string, string> = new Map([
	['6', 'CANNOT_PARSE_TEXT'],
	['25', 'CANNOT_PARSE_ESCAPE_SEQUENCE'],
	['26', 'CANNOT_PARSE_QUOTED_STRING'],
	['27', 'CANNOT_PARSE_INPUT_ASSERTION_FAILED'],
	['33', 'CANNOT_READ_ALL_DATA'],
	['38', 'CANNOT_PARSE_DATE'],
	['41', 'CANNOT_PARSE_DATETIME'],
	['53', 'TYPE_MISMATCH'],
	['69', 'ARGUMENT_OUT_OF_BOUND'],
	['70', 'CANNOT_CONVERT_TYPE'],
	['72', 'CANNOT_PARSE_NUMBER'],
	['117', 'INCORRECT_DATA'],
	['130', 'CANNOT_READ_ARRAY_FROM_TEXT'],
	['321', 'VALUE_IS_OUT_OF_RANGE_OF_DATA_TYPE'],
	['376', 'CANNOT_PARSE_UUID'],
	['467', 'CANNOT_PARSE_BOOL'],
	['469', 'VIOLATED_CONSTRAINT'],
	['493', 'CANNOT_PARSE_INTERVAL'],
]);

const Coded = z.object({ code: z.string() });

/** isDataError tells whether the engine refused the rows themselves, so that sending them again would change nothing. */
export const isDataError = (error: unknown): boolean => {
	// By code and not by class: the client's error class may be loaded twice.
	const coded = Coded.safeParse(error);
	return coded.success && dataErrors.has(coded.data.code);
};

/** errorName gives what may be logged of an error: its code, never its message, which can repeat a row. */
export const errorName = (error: unknown): string => {
	const coded = Coded.safeParse(error);
	if (coded.success) return dataErrors.get(coded.data.code) ?? coded.data.code;
	return error instanceof Error ? error.name : 'unknown';
};
