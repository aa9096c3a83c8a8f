import { z } from 'zod';

const EngineError = z.object({ code: z.string().regex(/^\d+$/), type: z.string() });

/**
 * jobErrorOf makes the error that a failed job leaves in Redis and in the log. The engine repeats the query and its parameters in
 * its messages: only its code and type are kept.
 */
export const jobErrorOf = (err: unknown): Error => {
	const engine = EngineError.safeParse(err);
	if (!engine.success) return err instanceof Error ? err : new Error('unknown error');
	return new Error(`ClickHouse refused a statement: ${engine.data.type} (${engine.data.code})`);
};
