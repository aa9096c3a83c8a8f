import { ProblemError } from '@vigie/kit/problem-plugin';
import type { Logger } from 'pino';
import { z } from 'zod';

const Coded = z.object({ code: z.string() });

/**
 * guarded runs a question to the store. A store that does not answer becomes 503; a row of another shape stays our own
 * error, and is not taken for the caller's.
 */
export const guarded = async <T>(logger: Logger, ask: () => Promise<T>): Promise<T> => {
	try {
		return await ask();
	} catch (error) {
		if (error instanceof z.ZodError) throw new Error('the store answered in another shape', { cause: error });
		const coded = Coded.safeParse(error);
		logger.warn({ code: coded.success ? coded.data.code : 'unknown' }, 'the store does not answer');
		throw new ProblemError('unavailable', { retryAfterSeconds: 5 });
	}
};
