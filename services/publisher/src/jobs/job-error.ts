import { z } from 'zod';

const EngineError = z.object({ code: z.string().regex(/^\d+$/), type: z.string() });
const UNKNOWN_CODE = '395';

/**
 * jobErrorOf makes the error that a failed job leaves in Redis and in the log. The engine repeats the query and its parameters in
 * its messages: only its code and type are kept.
 */
export const jobErrorOf = (err: unknown): Error => {
	const engine = EngineError.safeParse(err);
	if (!engine.success) return err instanceof Error ? err : new Error('unknown error');
	const { code, type } = engine.data;
	if (code === UNKNOWN_CODE)
		return new Error(
			'an event holds a code that this taxonomy does not know: the publisher is older than intake',
		);
	return new Error(`ClickHouse refused a statement: ${type} (${code})`);
};
